"""What the workspace says, in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kompass.model.base import Text

WORDS: Final[Mapping[str, Text]] = {
    "saving": Text(nb="Lagrer …", nn="Lagrar …"),
    "saved": Text(nb="Lagret", nn="Lagra"),
    "unsaved": Text(nb="Ikke alt er lagret", nn="Ikkje alt er lagra"),
    "offline": Text(
        nb="Ikke lagret ennå. Får ikke kontakt med kompass; det du har skrevet, er tatt vare på her.",
        nn="Ikkje lagra enno. Får ikkje kontakt med kompass; det du har skrive, er teke vare på her.",
    ),
    "retry": Text(nb="Prøver igjen om {n} s.", nn="Prøver igjen om {n} s."),
    "old_page": Text(
        nb="Siden er for gammel til å lagre. Det du har skrevet, er tatt vare på.",
        nn="Sida er for gammal til å lagre. Det du har skrive, er teke vare på.",
    ),
    "reload": Text(nb="Last siden på nytt", nn="Last sida på nytt"),
    "restored": Text(
        nb="Det du skrev sist, er hentet fram igjen og lagres.",
        nn="Det du skreiv sist, er henta fram att og blir lagra.",
    ),
    "done": Text(nb="Ferdig", nn="Ferdig"),
    "skip": Text(nb="Hopp til innholdet", nn="Hopp til innhaldet"),
    "search": Text(nb="Søk i spørsmålene", nn="Søk i spørsmåla"),
    "language": Text(nb="Språk", nn="Språk"),
    "you_are": Text(nb="Du er", nn="Du er"),
    "who_are_you": Text(nb="Hvem er du?", nn="Kven er du?"),
    "sections": Text(nb="Vurderingen", nn="Vurderinga"),
    "keyboard": Text(nb="Tastatur", nn="Tastatur"),
    "key_next": Text(nb="neste spørsmål", nn="neste spørsmål"),
    "key_previous": Text(nb="forrige spørsmål", nn="førre spørsmål"),
    "key_search": Text(
        nb="søk, når du ikke står i et felt", nn="søk, når du ikkje står i eit felt"
    ),
    "key_choose": Text(nb="velg mellom svarene", nn="vel mellom svara"),
    "key_search_on": Text(nb="Bruk / til å søke", nn="Bruk / til å søkje"),
    "section_overview": Text(nb="Oversikt", nn="Oversikt"),
    "section_fill": Text(nb="Fyll inn", nn="Fyll inn"),
    "section_result": Text(nb="Resultat", nn="Resultat"),
    "section_rounds": Text(nb="Enighet", nn="Semje"),
    "section_report": Text(nb="Rapport og plan", nn="Rapport og plan"),
    "section_history": Text(nb="Endringer", nn="Endringar"),
    "changed_meanwhile": Text(
        nb="Noen har endret dette i mellomtiden. Ingenting er overskrevet. Gå tilbake, last siden på nytt, og se hva som står der nå.",
        nn="Nokon har endra dette i mellomtida. Ingenting er skrive over. Gå tilbake, last sida på nytt, og sjå kva som står der no.",
    ),
    "bad_input": Text(
        nb="Fila kan ikke brukes slik den er. Dette må rettes:",
        nn="Fila kan ikkje brukast slik ho er. Dette må rettast:",
    ),
    "foreign": Text(
        nb="Forespørselen kom fra et annet nettsted, og er avvist.",
        nn="Førespurnaden kom frå ein annan nettstad, og er avvist.",
    ),
    "no_page": Text(
        nb="Siden finnes ikke. Vurderingen kan være slettet, eller adressen er skrevet feil. Ingen svar er borte: det som er slettet, kan hentes fram igjen fra listen over vurderinger.",
        nn="Sida finst ikkje. Vurderinga kan vere sletta, eller adressa er skriven feil. Ingen svar er borte: det som er sletta, kan hentast fram att frå lista over vurderingar.",
    ),
    "too_large": Text(
        nb="Fila er for stor. En svarfil er høyst 5 MB.",
        nn="Fila er for stor. Ei svarfil er høgst 5 MB.",
    ),
    "bad_form": Text(
        nb="Skjemaet kunne ikke leses. Last siden på nytt, og prøv igjen.",
        nn="Skjemaet kunne ikkje lesast. Last sida på nytt, og prøv igjen.",
    ),
    "unforeseen": Text(
        nb="Noe gikk galt som kompass ikke har forutsett. Det som er bekreftet lagret, er lagret. Detaljene står i vinduet der kompass ble startet.",
        nn="Noko gjekk gale som kompass ikkje har føresett. Det som er stadfesta lagra, er lagra. Detaljane står i vindauget der kompass blei starta.",
    ),
    "error_404": Text(nb="Finner ikke siden", nn="Finn ikkje sida"),
    "error_403": Text(nb="Ikke lagret", nn="Ikkje lagra"),
    "error_409": Text(nb="Endret i mellomtiden", nn="Endra i mellomtida"),
    "error_413": Text(nb="For stort", nn="For stort"),
    "error_422": Text(nb="Dette må rettes", nn="Dette må rettast"),
    "error_500": Text(nb="Noe gikk galt", nn="Noko gjekk gale"),
    "error_507": Text(nb="Ikke plass på disken", nn="Ikkje plass på disken"),
    "error_400": Text(nb="Kunne ikke leses", nn="Kunne ikkje lesast"),
    "to_list": Text(nb="Til vurderingene", nn="Til vurderingane"),
    "back": Text(nb="Tilbake", nn="Tilbake"),
    "cancel": Text(nb="Avbryt", nn="Avbryt"),
    "assessments": Text(nb="Vurderinger", nn="Vurderingar"),
    "where_kept": Text(
        nb="Alt ligger i mappen «{folder}» på denne maskinen. Ingenting sendes noe sted.",
        nn="Alt ligg i mappa «{folder}» på denne maskina. Ingenting blir sendt nokon stad.",
    ),
    "new": Text(nb="Ny vurdering", nn="Ny vurdering"),
    "copy": Text(nb="Lag kopi", nn="Lag kopi"),
    "of": Text(nb="av", nn="av"),
    "delete": Text(nb="Slett", nn="Slett"),
    "deleted_is": Text(nb="Slettet: {name}", nn="Sletta: {name}"),
    "undo": Text(nb="Angre", nn="Angre"),
    "purge": Text(nb="Fjern for godt", nn="Fjern for godt"),
    "just_deleted": Text(
        nb="Vurderingen er slettet. Den kan hentes fram igjen nedenfor.",
        nn="Vurderinga er sletta. Ho kan hentast fram att nedanfor.",
    ),
    "deleted_ones": Text(nb="Slettede vurderinger", nn="Sletta vurderingar"),
    "of_points": Text(nb="av {max} poeng", nn="av {max} poeng"),
    "answered_of": Text(
        nb="{answered} av {asked} spørsmål er besvart",
        nn="{answered} av {asked} spørsmål er svara på",
    ),
    "last_changed": Text(nb="Sist endret {at}", nn="Sist endra {at}"),
    "cannot_assess": Text(
        nb="Denne utgaven av kompass kjenner ikke {framework}. Svarene kan eksporteres.",
        nn="Denne utgåva av kompass kjenner ikkje {framework}. Svara kan eksporterast.",
    ),
    "empty_head": Text(
        nb="Her er det ingen vurderinger ennå", nn="Her er det ingen vurderingar enno"
    ),
    "empty_text": Text(
        nb="En time med de viktigste spørsmålene gir et første bilde. Resten kan fylles ut over noen uker, av dem som vet svaret.",
        nn="Ein time med dei viktigaste spørsmåla gir eit første bilete. Resten kan fyllast ut over nokre veker, av dei som veit svaret.",
    ),
    "make_first": Text(nb="Lag den første vurderingen", nn="Lag den første vurderinga"),
    "have_file": Text(
        nb="Har dere svar fra før? Velg fila når du lager vurderingen.",
        nn="Har de svar frå før? Vel fila når du lagar vurderinga.",
    ),
    "purge_head": Text(nb="Fjerne vurderingen for godt?", nn="Fjerne vurderinga for godt?"),
    "purge_text": Text(
        nb="Svarene, historikken og det hver enkelt har svart, blir borte og kan ikke hentes fram igjen. Sikkerhetskopiene i mappen beholdes.",
        nn="Svara, historikken og det kvar einskild har svara, blir borte og kan ikkje hentast fram att. Tryggingskopiane i mappa blir verande.",
    ),
    "documented": Text(nb="Dokumentert", nn="Dokumentert"),
    "certain": Text(nb="Sikkert", nn="Sikkert"),
    "possible": Text(nb="Mulig inntil", nn="Mogleg inntil"),
    "key_documented": Text(nb="dokumentert", nn="dokumentert"),
    "key_claimed": Text(nb="oppgitt, ikke dokumentert", nn="oppgitt, ikkje dokumentert"),
    "key_possible": Text(nb="mulig, ikke kjent", nn="mogleg, ikkje kjent"),
    "new_lead": Text(
        nb="Velg kommune og dato. Alt kan endres senere.",
        nn="Vel kommune og dato. Alt kan endrast seinare.",
    ),
    "municipality": Text(nb="Kommune", nn="Kommune"),
    "municipality_hint": Text(
        nb="Skriv navn eller kommunenummer.", nn="Skriv namn eller kommunenummer."
    ),
    "date": Text(nb="Dato", nn="Dato"),
    "date_hint": Text(
        nb="Dagen svarene gjelder for, skrevet dd.mm.åååå.",
        nn="Dagen svara gjeld for, skriven dd.mm.åååå.",
    ),
    "framework": Text(nb="Utgave av spørsmålene", nn="Utgåve av spørsmåla"),
    "population": Text(nb="Innbyggere", nn="Innbyggjarar"),
    "population_hint": Text(
        nb="Kan stå tomt. Brukes til å sammenlikne med kommuner av samme størrelse i rapporten.",
        nn="Kan stå tomt. Blir brukt til å samanlikne med kommunar av same storleik i rapporten.",
    ),
    "start_with": Text(nb="Begynn med", nn="Byrj med"),
    "start_empty": Text(nb="ingen svar", nn="ingen svar"),
    "start_from": Text(nb="svarene fra {name}, {date}", nn="svara frå {name}, {date}"),
    "start_file": Text(nb="En svarfil", nn="Ei svarfil"),
    "start_file_hint": Text(
        nb="Fjorårets svar, eller et skjema dere har fylt ut: .json eller .xlsx. Velges en fil, er det den som gjelder.",
        nn="Svara frå i fjor, eller eit skjema de har fylt ut: .json eller .xlsx. Blir ei fil vald, er det ho som gjeld.",
    ),
    "make_it": Text(nb="Lag vurderingen", nn="Lag vurderinga"),
    "must_mend": Text(
        nb="Dette må rettes før vurderingen kan lages",
        nn="Dette må rettast før vurderinga kan lagast",
    ),
    "framework_missing": Text(
        nb="Velg en utgave av spørsmålene.", nn="Vel ei utgåve av spørsmåla."
    ),
    "municipality_missing": Text(nb="Velg en kommune.", nn="Vel ein kommune."),
    "municipality_unknown": Text(
        nb="{number} står ikke i registeret.", nn="{number} står ikkje i registeret."
    ),
    "bad_day": Text(
        nb="«{text}» er ikke en dato. Skriv dd.mm.åååå, for eksempel 01.03.2026.",
        nn="«{text}» er ikkje ein dato. Skriv dd.mm.åååå, til dømes 01.03.2026.",
    ),
    "bad_population": Text(
        nb="Skriv innbyggertallet som et helt tall.", nn="Skriv innbyggjartalet som eit heilt tal."
    ),
    "from_earlier": Text(nb="Svar fra {date}", nn="Svar frå {date}"),
    "from_file": Text(nb="Hentet inn fra {name}", nn="Henta inn frå {name}"),
    "go_on": Text(nb="Fortsett der du slapp", nn="Hald fram der du slapp"),
    "begin_hour": Text(nb="Begynn med bildet på en time", nn="Byrj med biletet på ein time"),
    "begin_all": Text(nb="Fyll inn alt", nn="Fyll inn alt"),
    "points_of": Text(nb="Poeng av {max}", nn="Poeng av {max}"),
    "points_explained": Text(
        nb="Sikkert {low}, mulig inntil {high} når alt er besvart.",
        nn="Sikkert {low}, mogleg inntil {high} når alt er svara på.",
    ),
    "points_known": Text(nb="Alt som kan telle, er besvart.", nn="Alt som kan telje, er svara på."),
    "undocumented_points": Text(
        nb="{points} poeng er oppgitt uten dokumentasjon.",
        nn="{points} poeng er oppgitt utan dokumentasjon.",
    ),
    "answered": Text(nb="Besvart", nn="Svara på"),
    "of_claimed": Text(nb="av {points}", nn="av {points}"),
    "profile": Text(nb="Profil", nn="Profil"),
    "profile_caption": Text(nb="Poeng per område", nn="Poeng per område"),
    "area": Text(nb="Område", nn="Område"),
    "not_covered": Text(
        nb="spørres det ikke om i denne utgaven", nn="blir det ikkje spurt om i denne utgåva"
    ),
    "profile_note": Text(
        nb="Profilen betyr mer enn summen: noen få prosent opp eller ned sier ingenting.",
        nn="Profilen betyr meir enn summen: nokre få prosent opp eller ned seier ingenting.",
    ),
    "first": Text(nb="Finn ut av dette først", nn="Finn ut av dette først"),
    "decides": Text(nb="avgjør {points} poeng", nn="avgjer {points} poeng"),
    "often_knows": Text(nb="Vet ofte: {asks}", nn="Veit ofte: {asks}"),
    "see_all_left": Text(nb="Se alt som mangler", nn="Sjå alt som manglar"),
    "nothing_left": Text(
        nb="Alle spørsmål som gjelder, er besvart.", nn="Alle spørsmål som gjeld, er svara på."
    ),
    "who_knows": Text(nb="Hvem vet svarene som mangler?", nn="Kven veit svara som manglar?"),
    "role": Text(nb="Rolle", nn="Rolle"),
    "unanswered": Text(nb="Ubesvart", nn="Utan svar"),
    "of_all": Text(nb="Av", nn="Av"),
    "show_questions": Text(nb="Vis spørsmålene", nn="Vis spørsmåla"),
    "for_role": Text(nb="for {role}", nn="for {role}"),
    "in_and_out": Text(nb="Svar inn og ut", nn="Svar inn og ut"),
    "export_json": Text(nb="Last ned svarfil (.json)", nn="Last ned svarfil (.json)"),
    "export_xlsx": Text(nb="Last ned regneark (.xlsx)", nn="Last ned rekneark (.xlsx)"),
    "export_names": Text(
        nb="Last ned svarfil med navn på hvem som har svart",
        nn="Last ned svarfil med namn på kven som har svara",
    ),
    "export_hint": Text(
        nb="Filene har ingen navn med mindre du ber om det.",
        nn="Filene har ingen namn med mindre du ber om det.",
    ),
    "import": Text(nb="Hent inn svar fra en fil", nn="Hent inn svar frå ei fil"),
    "manage": Text(nb="Vurderingen", nn="Vurderinga"),
    "hour_picture": Text(nb="Bildet på en time", nn="Biletet på ein time"),
    "hour_progress": Text(
        nb="{answered} av {asked} kjernespørsmål er besvart",
        nn="{answered} av {asked} kjernespørsmål er svara på",
    ),
    "areas": Text(nb="Områder", nn="Område"),
    "questions_answered": Text(nb="spørsmål besvart", nn="spørsmål svara på"),
    "criterion": Text(nb="Kriterium", nn="Kriterium"),
    "whole_criterion": Text(nb="Fyll inn hele kriteriet", nn="Fyll inn heile kriteriet"),
    "question_of": Text(nb="Spørsmål", nn="Spørsmål"),
    "left_head": Text(nb="Dette mangler", nn="Dette manglar"),
    "left_lead": Text(
        nb="Øverst står det som avgjør mest. Ukjent er ikke nei: så lenge ingen har svart, står poengene som et spenn.",
        nn="Øvst står det som avgjer mest. Ukjent er ikkje nei: så lenge ingen har svara, står poenga som eit spenn.",
    ),
    "selection": Text(nb="Vis", nn="Vis"),
    "choose": Text(nb="Velg", nn="Vel"),
    "selection_alt": Text(nb="alle spørsmål", nn="alle spørsmål"),
    "selection_kjerne": Text(nb="bildet på en time", nn="biletet på ein time"),
    "selection_mangler": Text(nb="det som mangler svar", nn="det som manglar svar"),
    "selection_uten-bevis": Text(
        nb="det som mangler dokumentasjon", nn="det som manglar dokumentasjon"
    ),
    "selection_flagg": Text(
        nb="det som er merket eller kommentert", nn="det som er merkt eller kommentert"
    ),
    "selection_role": Text(nb="det {role} vet", nn="det {role} veit"),
    "selection_empty": Text(nb="Ingenting igjen her", nn="Ingenting att her"),
    "selection_empty_text": Text(
        nb="Utvalget «{name}» har ingen spørsmål nå.", nn="Utvalet «{name}» har ingen spørsmål no."
    ),
    "position": Text(nb="spørsmål {at} av {all}", nn="spørsmål {at} av {all}"),
    "help": Text(
        nb="Hva som skal til, og hva som gir poeng", nn="Kva som skal til, og kva som gir poeng"
    ),
    "core": Text(nb="Kjernespørsmål", nn="Kjernespørsmål"),
    "found_at": Text(nb="Svaret finnes ofte hos {asks}.", nn="Svaret finst ofte hos {asks}."),
    "dont_know": Text(nb="Vet ikke", nn="Veit ikkje"),
    "dont_know_means": Text(
        nb="Teller verken for eller imot. Poengene står som et spenn.",
        nn="Tel korkje for eller imot. Poenga står som eit spenn.",
    ),
    "not_relevant": Text(nb="Ikke aktuelt", nn="Ikkje aktuelt"),
    "no_answer": Text(nb="Ikke besvart", nn="Ikkje svara på"),
    "due_label": Text(nb="Når skal det være i bruk?", nn="Når skal det vere i bruk?"),
    "due_hint": Text(
        nb="dd.mm.åååå. Kan stå tomt hvis det ikke er bestemt.",
        nn="dd.mm.åååå. Kan stå tomt viss det ikkje er bestemt.",
    ),
    "reason_label": Text(
        nb="Hvorfor er spørsmålet ikke aktuelt?", nn="Kvifor er spørsmålet ikkje aktuelt?"
    ),
    "more": Text(
        nb="Begrunnelse, dokumenter og merknader", nn="Grunngiving, dokument og merknader"
    ),
    "note": Text(nb="Begrunnelse", nn="Grunngiving"),
    "note_hint": Text(
        nb="Skriv kort hva svaret bygger på. Ikke skriv navn eller andre personopplysninger.",
        nn="Skriv kort kva svaret byggjer på. Ikkje skriv namn eller andre personopplysningar.",
    ),
    "documents": Text(nb="Dokumentasjon", nn="Dokumentasjon"),
    "documents_hint": Text(nb="Dette finnes ofte: {proof}.", nn="Dette finst ofte: {proof}."),
    "document_number": Text(nb="Dokumentasjon", nn="Dokumentasjon"),
    "kind": Text(nb="Hva slags", nn="Kva slag"),
    "kind_document": Text(nb="dokument", nn="dokument"),
    "kind_web": Text(nb="nettside", nn="nettside"),
    "kind_interview": Text(nb="samtale", nn="samtale"),
    "kind_observation": Text(nb="observasjon", nn="observasjon"),
    "proof_title": Text(nb="Tittel", nn="Tittel"),
    "proof_role": Text(
        nb="Rolle, for samtaler (aldri navn)", nn="Rolle, for samtalar (aldri namn)"
    ),
    "proof_date": Text(nb="Dato (dd.mm.åååå)", nn="Dato (dd.mm.åååå)"),
    "proof_url": Text(nb="Lenke", nn="Lenkje"),
    "proof_locator": Text(nb="Sted i dokumentet", nn="Stad i dokumentet"),
    "add_document": Text(nb="Legg til en til", nn="Legg til ein til"),
    "flag": Text(nb="Merk svaret for gjennomgang", nn="Merk svaret for gjennomgang"),
    "comment": Text(nb="Kommentar til kollegene", nn="Kommentar til kollegaene"),
    "comment_hint": Text(
        nb="Kommer ikke med i rapporten. Ikke skriv navn eller andre personopplysninger.",
        nn="Kjem ikkje med i rapporten. Ikkje skriv namn eller andre personopplysningar.",
    ),
    "what_it_means": Text(nb="Poeng og hvorfor", nn="Poeng og kvifor"),
    "history": Text(nb="Historikk", nn="Historikk"),
    "for": Text(nb="for «{text}»", nn="for «{text}»"),
    "answered_by": Text(nb="Besvart {at} av {by}", nn="Svara på {at} av {by}"),
    "answered_at": Text(nb="Besvart {at}", nn="Svara på {at}"),
    "previous": Text(nb="Forrige spørsmål", nn="Førre spørsmål"),
    "next": Text(nb="Neste spørsmål", nn="Neste spørsmål"),
    "previous_criterion": Text(nb="Forrige kriterium", nn="Førre kriterium"),
    "next_criterion": Text(nb="Neste kriterium", nn="Neste kriterium"),
    "save": Text(nb="Lagre svarene", nn="Lagre svara"),
    "save_next": Text(nb="Lagre og gå videre", nn="Lagre og gå vidare"),
    "at_end": Text(
        nb="Dette er det siste spørsmålet i utvalget.",
        nn="Dette er det siste spørsmålet i utvalet.",
    ),
    "to_overview": Text(nb="Til oversikten", nn="Til oversikta"),
    "hidden_facts": Text(
        nb="{count} spørsmål til hører hjemme her, men er ikke med i «{name}».",
        nn="{count} spørsmål til høyrer heime her, men er ikkje med i «{name}».",
    ),
    "show_whole": Text(nb="Vis hele spørsmålet", nn="Vis heile spørsmålet"),
    "set_aside": Text(
        nb="Spørsmålet er satt til ikke aktuelt, og teller ikke med.",
        nn="Spørsmålet er sett til ikkje aktuelt, og tel ikkje med.",
    ),
    "page_saved": Text(nb="Svarene er lagret.", nn="Svara er lagra."),
    "some_unsaved": Text(nb="Noe er ikke lagret", nn="Noko er ikkje lagra"),
    "saved_at": Text(nb="Lagret {time}", nn="Lagra {time}"),
    "not_saved": Text(nb="Ikke lagret: noe må rettes", nn="Ikkje lagra: noko må rettast"),
    "conflict": Text(
        nb="Ikke lagret: to har svart samtidig", nn="Ikkje lagra: to har svara samtidig"
    ),
    "conflict_head": Text(nb="To har svart samtidig", nn="To har svara samtidig"),
    "conflict_text": Text(
        nb="{by} lagret et annet svar mens du skrev. Ingenting er overskrevet. Velg hvilket som skal gjelde; det andre blir liggende i historikken.",
        nn="{by} lagra eit anna svar medan du skreiv. Ingenting er skrive over. Vel kva for eit som skal gjelde; det andre blir liggjande i historikken.",
    ),
    "somebody": Text(nb="Noen", nn="Nokon"),
    "your_answer": Text(nb="Ditt svar", nn="Svaret ditt"),
    "their_answer": Text(nb="Svaret som er lagret", nn="Svaret som er lagra"),
    "keep_mine": Text(nb="Behold mitt", nn="Behald mitt"),
    "use_theirs": Text(nb="Bruk det andre", nn="Bruk det andre"),
    "answer": Text(nb="Svar", nn="Svar"),
    "reason_missing": Text(
        nb="Skriv hvorfor spørsmålet ikke er aktuelt.",
        nn="Skriv kvifor spørsmålet ikkje er aktuelt.",
    ),
    "bad_link": Text(
        nb="Skriv hele lenken, med https:// foran.", nn="Skriv heile lenkja, med https:// framfor."
    ),
    "title_missing": Text(
        nb="Gi dokumentasjonen en tittel, en rolle eller en lenke.",
        nn="Gi dokumentasjonen ein tittel, ei rolle eller ei lenkje.",
    ),
    "score_head": Text(nb="Resultatet så langt", nn="Resultatet så langt"),
    "score_of": Text(nb="{name}, av {max} poeng", nn="{name}, av {max} poeng"),
    "whole_assessment": Text(nb="Hele vurderingen", nn="Heile vurderinga"),
    "narrower": Text(
        nb="Spennet blir smalere når flere spørsmål er besvart.",
        nn="Spennet blir smalare når fleire spørsmål er svara på.",
    ),
    "question_points": Text(
        nb="{low} av {max} poeng så langt, mulig inntil {high}",
        nn="{low} av {max} poeng så langt, mogleg inntil {high}",
    ),
    "question_points_known": Text(nb="{low} av {max} poeng", nn="{low} av {max} poeng"),
    "quality_intro": Text(
        nb="Spørsmålet gir inntil {max} poeng, likt delt mellom arbeidsmåten, hvor bredt den er i bruk, og om kommunen lærer av den. Det som bare er planlagt, gir ikke poeng ennå.",
        nn="Spørsmålet gir inntil {max} poeng, likt delt mellom arbeidsmåten, kor breitt han er i bruk, og om kommunen lærer av han. Det som berre er planlagt, gir ikkje poeng enno.",
    ),
    "history_empty": Text(nb="Ingen har svart på dette ennå.", nn="Ingen har svara på dette enno."),
    "before": Text(nb="før", nn="før"),
    "first_answer": Text(nb="første svar", nn="første svar"),
    "in_force": Text(nb="Gjelder nå", nn="Gjeld no"),
    "bring_back": Text(nb="Hent fram dette svaret", nn="Hent fram dette svaret"),
    "from_when": Text(nb="fra {at}", nn="frå {at}"),
    "to_question": Text(nb="Tilbake til spørsmålet", nn="Tilbake til spørsmålet"),
    "restored_one": Text(nb="Svaret er hentet fram igjen.", nn="Svaret er henta fram att."),
    "restored_from": Text(
        nb="Hentet fram igjen fra historikken", nn="Henta fram att frå historikken"
    ),
    "latest_head": Text(nb="Siste endringer", nn="Siste endringar"),
    "latest_lead": Text(
        nb="Alt som er endret, kan hentes fram igjen fra historikken til svaret.",
        nn="Alt som er endra, kan hentast fram att frå historikken til svaret.",
    ),
    "taken_away": Text(nb="Tatt bort", nn="Teke bort"),
    "search_head": Text(nb="Søk", nn="Søk"),
    "search_found": Text(nb="{count} treff på «{wanted}»", nn="{count} treff på «{wanted}»"),
    "search_none": Text(
        nb="Ingen treff på «{wanted}». Prøv færre eller andre ord.",
        nn="Ingen treff på «{wanted}». Prøv færre eller andre ord.",
    ),
    "search_first": Text(nb="Viser de {count} første.", nn="Viser dei {count} første."),
    "search_button": Text(nb="Søk", nn="Søk"),
    "search_label": Text(
        nb="Ord i spørsmål, begrunnelser og dokumenter",
        nn="Ord i spørsmål, grunngivingar og dokument",
    ),
    "import_lead": Text(
        nb="Svar som bare fila har, tas med. Der fila og vurderingen svarer ulikt, blir ingenting endret: uenigheten vises, og dere velger selv.",
        nn="Svar som berre fila har, blir tekne med. Der fila og vurderinga svarer ulikt, blir ingenting endra: usemja blir vist, og de vel sjølve.",
    ),
    "file": Text(nb="Fil", nn="Fil"),
    "file_hint": Text(
        nb="En svarfil (.json) eller et utfylt regneark (.xlsx) for samme kommune.",
        nn="Ei svarfil (.json) eller eit utfylt rekneark (.xlsx) for same kommune.",
    ),
    "import_do": Text(nb="Hent inn", nn="Hent inn"),
    "file_missing": Text(nb="Velg en fil.", nn="Vel ei fil."),
    "other_municipality": Text(
        nb="Fila gjelder {name}, ikke denne kommunen.",
        nn="Fila gjeld {name}, ikkje denne kommunen.",
    ),
    "here": Text(nb="her", nn="her"),
    "the_file": Text(nb="i fila", nn="i fila"),
    "imported": Text(nb="{count} svar er hentet inn.", nn="{count} svar er henta inn."),
    "import_open": Text(
        nb="{count} svar er ulike, og er ikke endret", nn="{count} svar er ulike, og er ikkje endra"
    ),
    "import_open_lead": Text(
        nb="Åpne spørsmålet og velg det som er riktig.",
        nn="Opne spørsmålet og vel det som er rett.",
    ),
    "why_head": Text(nb="Poeng og hvorfor", nn="Poeng og kvifor"),
    "why_none": Text(nb="Ingen svar gir poeng her ennå.", nn="Ingen svar gir poeng her enno."),
    "dimension": Text(nb="Del", nn="Del"),
    "rating": Text(nb="Vurdering, av 10", nn="Vurdering, av 10"),
    "rating_now": Text(nb="Nå", nn="No"),
    "rating_high": Text(nb="Mulig", nn="Mogleg"),
    "reasons_head": Text(nb="Dette gir poeng", nn="Dette gir poeng"),
    "gives": Text(nb="+{points}", nn="+{points}"),
    "because": Text(nb="Fordi", nn="Fordi"),
    "rule": Text(nb="Regel", nn="Regel"),
    "changes_head": Text(nb="Dette ville endret poengene", nn="Dette ville endra poenga"),
    "changes_lead": Text(
        nb="Hvert svar for seg, ett trinn opp. Gevinstene kan ikke legges sammen.",
        nn="Kvart svar for seg, eitt trinn opp. Gevinstane kan ikkje leggjast saman.",
    ),
    "changes_none": Text(nb="Ingen enkeltsvar gir mer her.", nn="Ingen einskildsvar gir meir her."),
    "now_then": Text(nb="{now} → {then}", nn="{now} → {then}"),
    "gain": Text(nb="+{points} poeng", nn="+{points} poeng"),
    "findings_here": Text(nb="Funn her", nn="Funn her"),
    "steps_here": Text(nb="Neste steg her", nn="Neste steg her"),
    "kind_strength": Text(nb="Styrke", nn="Styrke"),
    "kind_challenge": Text(nb="Utfordring", nn="Utfordring"),
    "kind_weakness": Text(nb="Svakhet", nn="Veikskap"),
    "undocumented": Text(nb="ikke dokumentert", nn="ikkje dokumentert"),
}
