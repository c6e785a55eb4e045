"""What the workspace says about the people in it, their rounds and what they agree on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kompass.model.base import Text

WORDS: Final[Mapping[str, Text]] = {
    # Who you are.
    "who_head": Text(nb="Hvem er du?", nn="Kven er du?"),
    "who_lead": Text(
        nb="Navnet ditt følger svarene i historikken, så kollegene ser hvem de kan spørre. Du kan også svare uten navn.",
        nn="Namnet ditt følgjer svara i historikken, så kollegaene ser kven dei kan spørje. Du kan òg svare utan namn.",
    ),
    "who_no_lock": Text(
        nb="Navnene er ingen innlogging. Alle som bruker denne maskinen, kan velge hvilket som helst navn, og den som kan åpne mappen, kan lese alt i den.",
        nn="Namna er inga innlogging. Alle som bruker denne maskina, kan velje kva namn som helst, og den som kan opne mappa, kan lese alt i ho.",
    ),
    "who_leaves": Text(
        nb="Navn blir i arbeidsområdet. De kommer ikke med i rapporter, og i en svarfil bare hvis du ber om det.",
        nn="Namn blir verande i arbeidsområdet. Dei kjem ikkje med i rapportar, og i ei svarfil berre viss du ber om det.",
    ),
    "who_choose": Text(nb="Velg navnet ditt", nn="Vel namnet ditt"),
    "who_this": Text(nb="Dette er meg", nn="Dette er meg"),
    "who_add": Text(nb="Legg til et navn", nn="Legg til eit namn"),
    "who_add_do": Text(nb="Legg til, og bruk navnet", nn="Legg til, og bruk namnet"),
    "who_name": Text(nb="Navn", nn="Namn"),
    "who_name_hint": Text(
        nb="Det kollegene kjenner deg igjen på. Fornavn eller tittel er nok.",
        nn="Det kollegaene kjenner deg att på. Førenamn eller tittel er nok.",
    ),
    "who_role": Text(nb="Rolle (kan stå tomt)", nn="Rolle (kan stå tom)"),
    "who_role_hint": Text(
        nb="For eksempel økonomisjef eller tillitsvalgt.",
        nn="Til dømes økonomisjef eller tillitsvald.",
    ),
    "who_leave": Text(nb="Svar uten navn", nn="Svar utan namn"),
    "who_now": Text(nb="Du svarer som {name}.", nn="Du svarer som {name}."),
    "who_nobody": Text(nb="Du svarer uten navn nå.", nn="Du svarer utan namn no."),
    "who_back": Text(nb="Tilbake dit du var", nn="Tilbake dit du var"),
    "who_manage": Text(nb="Endre eller fjern navn", nn="Endre eller fjern namn"),
    "who_none": Text(nb="Ingen har lagt inn navn ennå.", nn="Ingen har lagt inn namn enno."),
    "who_mend": Text(nb="Dette må rettes", nn="Dette må rettast"),
    "who_pick": Text(nb="Velg et navn i listen.", nn="Vel eit namn i lista."),
    "name_missing": Text(nb="Skriv et navn.", nn="Skriv eit namn."),
    "name_long": Text(
        nb="Bruk høyst {most} tegn. Dette er {count}.",
        nn="Bruk høgst {most} teikn. Dette er {count}.",
    ),
    "name_taken": Text(
        nb="Det finnes allerede en som heter {name}. Velg det i listen, eller skriv et annet navn.",
        nn="Det finst allereie ein som heiter {name}. Vel det i lista, eller skriv eit anna namn.",
    ),
    "people_head": Text(nb="Deltakere", nn="Deltakarar"),
    "people_lead": Text(
        nb="De som kan velge navnet sitt her. Det som er svart før, beholder navnet det ble svart med.",
        nn="Dei som kan velje namnet sitt her. Det som er svara før, held på namnet det blei svara med.",
    ),
    "people_save": Text(nb="Lagre", nn="Lagre"),
    "people_remove": Text(nb="Fjern", nn="Fjern"),
    "people_saved": Text(nb="Navnet er lagret.", nn="Namnet er lagra."),
    "people_removed": Text(nb="Navnet er fjernet.", nn="Namnet er fjerna."),
    "people_remove_head": Text(nb="Fjerne {name}?", nn="Fjerne {name}?"),
    "people_remove_text": Text(
        nb="Navnet kan ikke velges lenger, og ingen venter på svar fra det. Svarene blir liggende, og navnet står fortsatt i historikken.",
        nn="Namnet kan ikkje veljast lenger, og ingen ventar på svar frå det. Svara blir liggjande, og namnet står framleis i historikken.",
    ),
    "people_gone": Text(nb="en som er fjernet", nn="ein som er fjerna"),
    "no_person": Text(nb="Navnet finnes ikke lenger.", nn="Namnet finst ikkje lenger."),
    # Rounds.
    "rounds_head": Text(nb="Enighet", nn="Semje"),
    "rounds_lead": Text(
        nb="Først svarer hver for seg, uten å se de andres svar. Etterpå viser kompass hvor dere er enige, og hva dere bør snakke om.",
        nn="Først svarer kvar for seg, utan å sjå svara til dei andre. Etterpå viser kompass kvar de er samde, og kva de bør snakke om.",
    ),
    "rounds_who_first": Text(
        nb="Si hvem du er for å kunne svare.", nn="Sei kven du er for å kunne svare."
    ),
    "rounds_open_head": Text(nb="Åpne runder", nn="Opne rundar"),
    "rounds_none_open": Text(nb="Ingen runder er åpne.", nn="Ingen rundar er opne."),
    "rounds_closed_head": Text(nb="Lukkede runder", nn="Lukka rundar"),
    "rounds_yours": Text(
        nb="Du har {count} spørsmål igjen å svare på.", nn="Du har {count} spørsmål att å svare på."
    ),
    "rounds_yours_done": Text(
        nb="Du har svart på alt du er spurt om.", nn="Du har svara på alt du er spurd om."
    ),
    "rounds_answer": Text(nb="Svar nå", nn="Svar no"),
    "round_question": Text(nb="Spørsmål", nn="Spørsmål"),
    "round_you": Text(nb="Du", nn="Du"),
    "round_waiting": Text(nb="Venter på", nn="Ventar på"),
    "round_all_done": Text(nb="ingen, alle er ferdige", nn="ingen, alle er ferdige"),
    "round_more": Text(nb="{names} og {count} til", nn="{names} og {count} til"),
    "round_done": Text(nb="ferdig", nn="ferdig"),
    "round_begun": Text(nb="i gang", nn="i gang"),
    "round_none": Text(nb="ikke begynt", nn="ikkje byrja"),
    "round_not_in": Text(nb="ikke spurt", nn="ikkje spurd"),
    "round_answer": Text(nb="Svar", nn="Svar"),
    "round_change": Text(nb="Se på svarene dine", nn="Sjå på svara dine"),
    "round_join": Text(nb="Bli med", nn="Bli med"),
    "round_close": Text(nb="Lukk runden", nn="Lukk runden"),
    "round_close_one": Text(nb="Lukk", nn="Lukk"),
    "rounds_show": Text(
        nb="Runder som venter på svar ({count})", nn="Rundar som ventar på svar ({count})"
    ),
    "round_close_done": Text(
        nb="Lukk dem der alle er ferdige ({count})", nn="Lukk dei der alle er ferdige ({count})"
    ),
    "round_close_all": Text(nb="Lukk alle ({count})", nn="Lukk alle ({count})"),
    "round_on": Text(nb="om {question}", nn="om {question}"),
    "round_count": Text(
        nb="{disagree} å drøfte, {agreed} enige, {settled} avklart",
        nn="{disagree} å drøfte, {agreed} samde, {settled} avklara",
    ),
    "close_head": Text(nb="Lukke før alle er ferdige?", nn="Lukke før alle er ferdige?"),
    "close_text": Text(
        nb="Disse har ikke svart på alt. Når runden er lukket, kan de ikke svare, og alle ser det som er svart.",
        nn="Desse har ikkje svara på alt. Når runden er lukka, kan dei ikkje svare, og alle ser det som er svara.",
    ),
    "close_anyway": Text(nb="Lukk likevel", nn="Lukk likevel"),
    "round_opened_why": Text(nb="Runde åpnet", nn="Runde opna"),
    "round_closed_why": Text(nb="Runde lukket", nn="Runde lukka"),
    "rounds_opened": Text(
        nb="Åpnet: {count}. De som er spurt, kan svare nå.",
        nn="Opna: {count}. Dei som er spurde, kan svare no.",
    ),
    "rounds_closed": Text(nb="Lukket: {count}.", nn="Lukka: {count}."),
    "rounds_already": Text(
        nb="Rundene var åpne fra før. De som manglet, er spurt.",
        nn="Rundane var opne frå før. Dei som mangla, er spurde.",
    ),
    "open_head": Text(nb="Åpne en runde", nn="Opne ein runde"),
    "open_what": Text(nb="Hva skal dere svare på?", nn="Kva skal de svare på?"),
    "open_what_hint": Text(
        nb="Et område, et kriterium eller ett spørsmål, eller bildet på en time. Svar fra en tidligere runde står som de sto, og kan endres.",
        nn="Eit område, eit kriterium eller eitt spørsmål, eller biletet på ein time. Svar frå ein tidlegare runde står som dei stod, og kan endrast.",
    ),
    "open_choose": Text(nb="Velg", nn="Vel"),
    "open_areas": Text(nb="Områder", nn="Område"),
    "open_criteria": Text(nb="Kriterier", nn="Kriterium"),
    "open_questions": Text(nb="Spørsmål", nn="Spørsmål"),
    "open_hour": Text(nb="Bildet på en time", nn="Biletet på ein time"),
    "open_who": Text(nb="Hvem skal svare?", nn="Kven skal svare?"),
    "open_who_hint": Text(
        nb="Hver svarer for seg, og ingen ser andres svar før runden er lukket.",
        nn="Kvar svarer for seg, og ingen ser svara til andre før runden er lukka.",
    ),
    "open_do": Text(nb="Åpne runden", nn="Opne runden"),
    "open_need_people": Text(
        nb="Legg først inn navnene på dem som skal svare.",
        nn="Legg først inn namna på dei som skal svare.",
    ),
    "open_add_people": Text(nb="Legg inn navn", nn="Legg inn namn"),
    "open_no_scope": Text(nb="Velg hva dere skal svare på.", nn="Vel kva de skal svare på."),
    "open_no_people": Text(nb="Velg minst én som skal svare.", nn="Vel minst éin som skal svare."),
    # Answering blindly.
    "blind_head": Text(nb="Svarene dine, {name}", nn="Svara dine, {name}"),
    "blind_note": Text(
        nb="Ingen ser svarene dine før runden er lukket. «Vet ikke» er et godt svar. Begrunn gjerne, men skriv ikke navn eller andre personopplysninger: begrunnelsen vises for de andre etterpå.",
        nn="Ingen ser svara dine før runden er lukka. «Veit ikkje» er eit godt svar. Grunngi gjerne, men skriv ikkje namn eller andre personopplysningar: grunngivinga blir vist for dei andre etterpå.",
    ),
    "blind_progress": Text(
        nb="Du har svart på {answered} av {asked}.", nn="Du har svara på {answered} av {asked}."
    ),
    "blind_to_rounds": Text(nb="Til rundene", nn="Til rundane"),
    "round_is_closed": Text(
        nb="Runden er lukket, og svaret er ikke lagret. Gå til Enighet for å se hva dere kom fram til.",
        nn="Runden er lukka, og svaret er ikkje lagra. Gå til Semje for å sjå kva de kom fram til.",
    ),
    "not_in_round": Text(
        nb="Du er ikke med i denne runden. Gå til Enighet, og velg Bli med.",
        nn="Du er ikkje med i denne runden. Gå til Semje, og vel Bli med.",
    ),
    "other_person": Text(
        nb="Dette er svarene til en annen enn den du har valgt å være. Velg navnet ditt på nytt, eller gå til Enighet.",
        nn="Dette er svara til ein annan enn den du har valt å vere. Vel namnet ditt på nytt, eller gå til Semje.",
    ),
    "no_round": Text(
        nb="Det er ingen runde om dette spørsmålet.", nn="Det er ingen runde om dette spørsmålet."
    ),
    # The consensus view.
    "agree_lead": Text(
        nb="{count} har svart, hver for seg.", nn="{count} har svara, kvar for seg."
    ),
    "agree_open": Text(
        nb="Runden er åpen. Svarene vises når den er lukket.",
        nn="Runden er open. Svara blir viste når han er lukka.",
    ),
    "agree_show_names": Text(nb="Vis hvem som har svart hva", nn="Vis kven som har svara kva"),
    "agree_hide_names": Text(nb="Skjul navn", nn="Skjul namn"),
    "agree_order": Text(nb="Hvorfor denne rekkefølgen?", nn="Kvifor denne rekkjefølgja?"),
    "agree_order_text": Text(
        nb="Øverst står det der svarene ligger lengst fra hverandre og samtidig avgjør mest: avstanden mellom høyeste og laveste svar, som del av skalaen, ganger poengene som skiller det beste svaret fra det dårligste når resten av spørsmålet er på sitt beste. At noen ikke vet, teller som ett trinn til.",
        nn="Øvst står det der svara ligg lengst frå kvarandre og samtidig avgjer mest: avstanden mellom høgaste og lågaste svar, som del av skalaen, gonger poenga som skil det beste svaret frå det dårlegaste når resten av spørsmålet er på sitt beste. At nokon ikkje veit, tel som eitt trinn til.",
    ),
    "agree_discuss": Text(nb="Drøft dette først", nn="Drøft dette først"),
    "agree_agreed": Text(nb="Her er alle enige", nn="Her er alle samde"),
    "agree_settled_head": Text(nb="Avklart", nn="Avklara"),
    "agree_silent": Text(nb="Ingen har svart på dette", nn="Ingen har svara på dette"),
    "agree_none": Text(nb="Ingen har svart i denne runden.", nn="Ingen har svara i denne runden."),
    "agree_all_settled": Text(
        nb="Alt som er svart på i lukkede runder, er avklart.",
        nn="Alt som er svara på i lukka rundar, er avklara.",
    ),
    "agree_distribution": Text(nb="Fordeling", nn="Fordeling"),
    "agree_steps": Text(
        nb="{steps} av {of} trinn mellom høyeste og laveste svar",
        nn="{steps} av {of} trinn mellom høgaste og lågaste svar",
    ),
    "agree_different": Text(nb="{count} ulike svar", nn="{count} ulike svar"),
    "agree_unknown": Text(nb="{count} vet ikke", nn="{count} veit ikkje"),
    "agree_decides": Text(nb="avgjør inntil {points} poeng", nn="avgjer inntil {points} poeng"),
    "agree_few": Text(
        nb="{count} av {all} har svart på dette",
        nn="{count} av {all} har svara på dette",
    ),
    "agree_notes": Text(nb="Begrunnelser", nn="Grunngivingar"),
    "agree_stands": Text(nb="I vurderingen nå: {value}", nn="I vurderinga no: {value}"),
    "agree_stands_head": Text(nb="I vurderingen nå", nn="I vurderinga no"),
    "agree_answer": Text(nb="Svaret dere ble enige om", nn="Svaret de blei samde om"),
    "agree_reason": Text(nb="Hvorfor ble det dette?", nn="Kvifor blei det dette?"),
    "agree_reason_hint": Text(
        nb="Følger svaret i historikken, og blir begrunnelsen for svaret hvis det ikke har noen. Ikke skriv navn eller andre personopplysninger.",
        nn="Følgjer svaret i historikken, og blir grunngivinga for svaret viss det ikkje har noka. Ikkje skriv namn eller andre personopplysningar.",
    ),
    "agree_save": Text(nb="Lagre svaret", nn="Lagre svaret"),
    "agree_take": Text(nb="Ta alle med", nn="Ta alle med"),
    "agree_take_hint": Text(
        nb="Svarene skrives inn i vurderingen, med dokumentasjonen dere har oppgitt. Det som står der fra før, blir liggende i historikken.",
        nn="Svara blir skrivne inn i vurderinga, med dokumentasjonen de har oppgitt. Det som står der frå før, blir liggjande i historikken.",
    ),
    "agree_settled": Text(nb="Avklart: {value}", nn="Avklara: {value}"),
    "agree_not_settled": Text(nb="Ikke avklart", nn="Ikkje avklara"),
    "agree_settle_again": Text(nb="Endre svaret", nn="Endre svaret"),
    "agree_saved": Text(nb="Svaret er lagret i vurderingen.", nn="Svaret er lagra i vurderinga."),
    "agree_taken": Text(nb="{count} svar er tatt med.", nn="{count} svar er tekne med."),
    "agree_left": Text(
        nb="{count} svar er ikke tatt med, fordi noen har endret dem i mellomtiden. Se over dem her.",
        nn="{count} svar er ikkje tekne med, fordi nokon har endra dei i mellomtida. Sjå over dei her.",
    ),
    "agree_value_missing": Text(
        nb="Velg svaret dere ble enige om.", nn="Vel svaret de blei samde om."
    ),
    "agree_reason_missing": Text(
        nb="Skriv hvorfor det ble dette, siden dere svarte ulikt.",
        nn="Skriv kvifor det blei dette, sidan de svara ulikt.",
    ),
    "agree_conflict": Text(
        nb="Svaret er endret i mellomtiden, til «{value}». Ingenting er overskrevet. Lagre igjen hvis det dere ble enige om, fortsatt skal gjelde.",
        nn="Svaret er endra i mellomtida, til «{value}». Ingenting er skrive over. Lagre igjen viss det de blei samde om, framleis skal gjelde.",
    ),
    "agree_why": Text(nb="{reason} (Enighet: {counts}.)", nn="{reason} (Semje: {counts}.)"),
    "agree_why_bare": Text(nb="Enighet: {counts}.", nn="Semje: {counts}."),
    "agree_all": Text(nb="Alle {count}", nn="Alle {count}"),
    "agree_reopen": Text(nb="Åpne en ny runde om spørsmålet", nn="Opne ein ny runde om spørsmålet"),
    "agree_see": Text(nb="Se svarene", nn="Sjå svara"),
    "agree_to_fill": Text(nb="Åpne spørsmålet i Fyll inn", nn="Opne spørsmålet i Fyll inn"),
    "agree_choose_answer": Text(nb="Velg svar", nn="Vel svar"),
}
