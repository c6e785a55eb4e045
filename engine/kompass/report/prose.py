"""The report's own sentences, in every language: everything that is neither content nor answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kompass.model.base import Text

PROSE: Final[Mapping[str, Text]] = {
    # The front page
    "title": Text(nb="Egenvurdering av {name}", nn="Eigenvurdering av {name}"),
    "subtitle": Text(
        nb="Utkast til rapport etter {framework}, slik det står til {day}",
        nn="Utkast til rapport etter {framework}, slik det står til {day}",
    ),
    "municipality": Text(nb="{name} kommune", nn="{name} kommune"),
    "contents": Text(nb="Innhold", nn="Innhald"),
    "skip": Text(nb="Hopp til innholdet", nn="Hopp til innhaldet"),
    "figure": Text(nb="Figur {number}.", nn="Figur {number}."),
    "table": Text(nb="Tabell {number}.", nn="Tabell {number}."),
    # Chapters
    "main": Text(nb="Hovedbudskap", nn="Hovudbodskap"),
    "assessment": Text(nb="Om vurderingen", nn="Om vurderinga"),
    "about": Text(
        nb="Hva kompass er, og hva det ikke er", nn="Kva kompass er, og kva det ikkje er"
    ),
    "method": Text(nb="Slik er vurderingen gjort", nn="Slik er vurderinga gjord"),
    "results": Text(nb="Resultatet", nn="Resultatet"),
    "total": Text(nb="Samlet", nn="Samla"),
    "profile": Text(nb="Profilen", nn="Profilen"),
    "development": Text(nb="Utviklingen", nn="Utviklinga"),
    "extremes": Text(nb="Nærmest og lengst fra toppen", nn="Nærast og lengst frå toppen"),
    "adjustments": Text(nb="Justeringer", nn="Justeringar"),
    "area": Text(nb="Område {id}: {name}", nn="Område {id}: {name}"),
    "findings": Text(
        nb="Styrker, utfordringer og svakheter", nn="Styrkar, utfordringar og veikskapar"
    ),
    "steps": Text(nb="Neste steg", nn="Neste steg"),
    "onwards": Text(nb="Veien videre", nn="Vegen vidare"),
    "next": Text(nb="Neste steg som gir mest", nn="Neste steg som gir mest"),
    "under_way": Text(nb="Dette er i gang", nn="Dette er i gang"),
    "conclusion": Text(nb="Avslutning", nn="Avslutning"),
    "questions": Text(nb="Vedlegg: Alle spørsmål", nn="Vedlegg: Alle spørsmål"),
    "unanswered": Text(
        nb="Vedlegg: Det som ikke er besvart", nn="Vedlegg: Det som ikkje er svart på"
    ),
    "provenance": Text(nb="Vedlegg: Slik er rapporten laget", nn="Vedlegg: Slik er rapporten laga"),
    # The main message
    "stands": Text(
        nb="{place} får {points} av {reachable} poeng ut fra det som er kjent.",
        nn="{place} får {points} av {reachable} poeng ut frå det som er kjent.",
    ),
    "nothing": Text(
        nb="{place} har ikke svart på noe ennå. Alle de {reachable} poengene er mulige, og rapporten viser bare hva som skal finnes ut.",
        nn="{place} har ikkje svart på noko enno. Alle dei {reachable} poenga er moglege, og rapporten viser berre kva som skal finnast ut.",
    ),
    "too_little": Text(
        nb="For lite er besvart til å si hvor kommunen står sterkest, og hvor veien er lengst.",
        nn="For lite er svart på til å seie kvar kommunen står sterkast, og kvar vegen er lengst.",
    ),
    "stands_closed": Text(
        nb="{place} får {points} av {reachable} poeng. Alt det spørres om, er besvart.",
        nn="{place} får {points} av {reachable} poeng. Alt det blir spurt om, er svart på.",
    ),
    "adjusted_total": Text(
        nb="Med justeringene som står i rapporten, er summen {adjusted}.",
        nn="Med justeringane som står i rapporten, er summen {adjusted}.",
    ),
    "could_be": Text(
        nb="Når resten er besvart, kan summen bli opptil {high}.",
        nn="Når resten er svart på, kan summen bli opptil {high}.",
    ),
    "thin": Text(
        nb="Bare {share} prosent av det kompass spør om, er besvart. Les derfor rapporten som et første bilde, ikke som et resultat.",
        nn="Berre {share} prosent av det kompass spør om, er svart på. Les difor rapporten som eit første bilete, ikkje som eit resultat.",
    ),
    "beside": Text(
        nb="Til sammenlikning har kommuner som er evaluert i Norge, {mean} poeng i gjennomsnitt ({year}){group}. Noen få prosent fra eller til betyr ingenting.",
        nn="Til samanlikning har kommunar som er evaluerte i Noreg, {mean} poeng i gjennomsnitt ({year}){group}. Nokre få prosent frå eller til tyder ingenting.",
    ),
    "beside_group": Text(
        nb=", og kommuner med {group} {mean} ({year})",
        nn=", og kommunar med {group} {mean} ({year})",
    ),
    "strongest": Text(
        nb="Sterkest står kommunen på {area}, med {points} av {max} poeng. Nærmest toppen ligger {criteria}.",
        nn="Sterkast står kommunen på {area}, med {points} av {max} poeng. Nærast toppen ligg {criteria}.",
    ),
    "weakest": Text(
        nb="Lengst er veien på {area}, med {points} av {max} poeng. Minst er på plass når det gjelder {criteria}.",
        nn="Lengst er vegen på {area}, med {points} av {max} poeng. Minst er på plass når det gjeld {criteria}.",
    ),
    "even": Text(
        nb="Områdene ligger jevnt, med {low} til {high} prosent av poengene. Nærmest toppen ligger {best}; lengst unna ligger {worst}.",
        nn="Områda ligg jamt, med {low} til {high} prosent av poenga. Nærast toppen ligg {best}; lengst unna ligg {worst}.",
    ),
    "proof": Text(
        nb="Av poengene er {share} prosent dokumentert. {rest} poeng hviler på svar uten dokumentasjon, og en evaluator vil be om å få se den.",
        nn="Av poenga er {share} prosent dokumenterte. {rest} poeng kviler på svar utan dokumentasjon, og ein evaluator vil be om å få sjå han.",
    ),
    "proof_none": Text(
        nb="Ingen av poengene er dokumentert ennå. En evaluator vil be om å få se hva svarene bygger på.",
        nn="Ingen av poenga er dokumenterte enno. Ein evaluator vil be om å få sjå kva svara byggjer på.",
    ),
    "begin": Text(
        nb="Dette gir mest for innsatsen: {steps}.", nn="Dette gir mest for innsatsen: {steps}."
    ),
    "step_gain": Text(nb="«{title}» (+{gain} poeng)", nn="«{title}» (+{gain} poeng)"),
    "begin_know": Text(
        nb="Finn samtidig ut det som avgjør mest: {facts}.",
        nn="Finn samtidig ut det som avgjer mest: {facts}.",
    ),
    "first_know": Text(
        nb="Finn først ut det som avgjør mest: {facts}.",
        nn="Finn først ut det som avgjer mest: {facts}.",
    ),
    "area_name": Text(nb="område {id}, {name}", nn="område {id}, {name}"),
    "criterion_name": Text(nb="«{name}» ({points} av {max})", nn="«{name}» ({points} av {max})"),
    # What kompass is
    "about_is": Text(
        nb="kompass er et åpent verktøy for egenvurdering. Det er gjenskapt fra offentlige evalueringsrapporter og følger ideen i Kommunekompasset om hva god styring er: åtte områder, målt på det kommunen gjør.",
        nn="kompass er eit ope verktøy for eigenvurdering. Det er gjenskapt frå offentlege evalueringsrapportar og følgjer ideen i Kommunekompasset om kva god styring er: åtte område, målte på det kommunen gjer.",
    ),
    "about_not": Text(
        nb="kompass er ikke det offisielle verktøyet til KS og SKR. Det bruker ikke spørsmålene deres, og resultatet kan ikke oppgis som en evaluering. Bruk det til å forberede en, eller til å se hvor egen innsats gir mest.",
        nn="kompass er ikkje det offisielle verktøyet til KS og SKR. Det bruker ikkje spørsmåla deira, og resultatet kan ikkje oppgjevast som ei evaluering. Bruk det til å førebu ei, eller til å sjå kvar eigen innsats gir mest.",
    ),
    "about_rules": Text(
        nb="Poengene følger av regler som alle kan lese. Kommunen svarer på hva som finnes og er i bruk, ikke på hvor god den er. Hvert poeng kan følges tilbake til et svar og til dokumentet svaret viser til.",
        nn="Poenga følgjer av reglar som alle kan lese. Kommunen svarer på kva som finst og er i bruk, ikkje på kor god han er. Kvart poeng kan følgjast tilbake til eit svar og til dokumentet svaret viser til.",
    ),
    # Method
    "method_coverage": Text(
        nb="{framework} har {questions} spørsmål. For {place} blir det til {asked} opplysninger. {answered} av dem er besvart, {documented} med dokumentasjon.",
        nn="{framework} har {questions} spørsmål. For {place} blir det til {asked} opplysningar. {answered} av dei er svara på, {documented} med dokumentasjon.",
    ),
    "method_dimensions": Text(
        nb="Hvert spørsmål får fra 0 til 10 på hver av tre dimensjoner: system (er det gjennomtenkt og skrevet ned?), omfang (hvor mye av organisasjonen gjør det?) og resultat (undersøker kommunen virkningen, og lærer den?). Spørsmålene i et kriterium teller likt, og hvert område gir inntil 100 poeng. Det som er planlagt eller vedtatt, men ikke tatt i bruk, gir ingen poeng.",
        nn="Kvart spørsmål får frå 0 til 10 på kvar av tre dimensjonar: system (er det gjennomtenkt og skrive ned?), omfang (kor mykje av organisasjonen gjer det?) og resultat (undersøkjer kommunen verknaden, og lærer han?). Spørsmåla i eit kriterium tel likt, og kvart område gir inntil 100 poeng. Det som er planlagt eller vedteke, men ikkje teke i bruk, gir ingen poeng.",
    ),
    "method_unknown": Text(
        nb="Det som ikke er besvart, regnes verken som ja eller nei. Poengene oppgis derfor som det som er sikkert, og det som er mulig når alt er besvart. Poeng som hviler på svar uten dokumentasjon, vises for seg.",
        nn="Det som ikkje er svart på, blir verken rekna som ja eller nei. Poenga blir difor oppgitte som det som er sikkert, og det som er mogleg når alt er svart på. Poeng som kviler på svar utan dokumentasjon, er viste for seg.",
    ),
    "method_reader": Text(
        nb="Områdene vises i hele poeng og kriteriene med én desimal. Tallene er regnet nøyaktig og rundet av der de vises, så summer kan se ut til å avvike litt.",
        nn="Områda er viste i heile poeng og kriteria med éin desimal. Tala er rekna nøyaktig og runda av der dei er viste, så summar kan sjå ut til å avvike litt.",
    ),
    # Results
    "total_caption": Text(
        nb="Poeng i alt, og hva de kan holdes opp mot",
        nn="Poeng i alt, og kva dei kan haldast opp mot",
    ),
    "total_alt": Text(
        nb="{place} har {points} av {max} poeng, hvorav {documented} er dokumentert. Mulig inntil {high}.{marks}",
        nn="{place} har {points} av {max} poeng, og {documented} av dei er dokumenterte. Mogleg inntil {high}.{marks}",
    ),
    "total_mark": Text(nb=" {name}: {points}.", nn=" {name}: {points}."),
    "reference_note": Text(
        nb="Tallene det sammenliknes med, kommer fra evalueringer gjort av andre, etter intervju og dokumentgjennomgang. De sier noe om hvor kommuner pleier å ligge, ikke om hva som er bra nok. Gjennomsnitt for hvert område er ikke offentliggjort.",
        nn="Tala det blir samanlikna med, kjem frå evalueringar gjorde av andre, etter intervju og gjennomgang av dokument. Dei seier noko om kvar kommunar pleier å liggje, ikkje om kva som er bra nok. Gjennomsnitt for kvart område er ikkje offentleggjorde.",
    ),
    "no_group": Text(
        nb="Folketallet står ikke i svarene, så kommunen er ikke holdt opp mot sin størrelsesgruppe.",
        nn="Folketalet står ikkje i svara, så kommunen er ikkje halden opp mot sin storleiksgruppe.",
    ),
    "profile_caption": Text(nb="Poeng per område", nn="Poeng per område"),
    "profile_alt": Text(
        nb="Åtte områder med inntil 100 poeng hver. Høyest: {best}. Lavest: {worst}.{earlier}",
        nn="Åtte område med inntil 100 poeng kvar. Høgast: {best}. Lågast: {worst}.{earlier}",
    ),
    "profile_earlier": Text(nb=" Vist sammen med {years}.", nn=" Vist saman med {years}."),
    "development_caption": Text(nb="Utvikling i samlede poeng", nn="Utvikling i samla poeng"),
    "development_alt": Text(
        nb="Linjen viser hvordan de samlede poengene har utviklet seg: {points}.",
        nn="Linja viser korleis dei samla poenga har utvikla seg: {points}.",
    ),
    "point_of_year": Text(nb="{points} i {year}", nn="{points} i {year}"),
    "moved": Text(
        nb="Fra {year} til {now} har summen gått fra {from} til {to} poeng. {area} har flyttet seg mest ({change}).",
        nn="Frå {year} til {now} har summen gått frå {from} til {to} poeng. {area} har flytta seg mest ({change}).",
    ),
    "unlike_unknown": Text(
        nb="Poengene fra {years} er publisert uten at det er oppgitt hvilken utgave av rammeverket de følger. Spørsmålene kan ha vært andre, og en evaluering er ikke en egenvurdering. Les utviklingen som en retning, ikke som en måling.",
        nn="Poenga frå {years} er publiserte utan at det er oppgitt kva utgåve av rammeverket dei følgjer. Spørsmåla kan ha vore andre, og ei evaluering er ikkje ei eigenvurdering. Les utviklinga som ei retning, ikkje som ei måling.",
    ),
    "unlike_published": Text(
        nb="Poengene fra {years} er gitt av en evaluator, ikke av reglene i kompass. Les utviklingen som en retning, ikke som en måling.",
        nn="Poenga frå {years} er gitt av ein evaluator, ikkje av reglane i kompass. Les utviklinga som ei retning, ikkje som ei måling.",
    ),
    "unlike_framework": Text(
        nb="Poengene fra {years} er regnet etter {framework}, som ikke stiller alle de samme spørsmålene.",
        nn="Poenga frå {years} er rekna etter {framework}, som ikkje stiller alle dei same spørsmåla.",
    ),
    "unlike_rules": Text(
        nb="Reglene er endret siden {years} ble regnet ut. Regn de gamle svarene på nytt for å sammenlikne.",
        nn="Reglane er endra sidan {years} blei rekna ut. Rekn dei gamle svara på nytt for å samanlikne.",
    ),
    "nearest_caption": Text(nb="Kriteriene nærmest toppen", nn="Kriteria nærast toppen"),
    "furthest_caption": Text(nb="Kriteriene lengst fra toppen", nn="Kriteria lengst frå toppen"),
    # How sure it is
    "certainty": Text(nb="Hvor sikkert er bildet?", nn="Kor sikkert er biletet?"),
    "certainty_try": Text(
        nb="Resultatet over tar svarene på ordet. Noen av dem vil være feil, så poengene er regnet ut {draws} ganger til med {every} svar ett trinn for godt eller for dårlig, valgt på måfå.",
        nn="Resultatet over tek svara på ordet. Nokre av dei vil vere feil, så poenga er rekna ut {draws} gonger til med {every} svar eitt trinn for godt eller for dårleg, valt på måfå.",
    ),
    "certainty_total": Text(
        nb="I 90 av 100 tilfeller ligger summen da mellom {low} og {high} poeng.",
        nn="I 90 av 100 tilfelle ligg summen då mellom {low} og {high} poeng.",
    ),
    "certainty_lower": Text(
        nb="I {count} av 100 blir den lavere enn {points}: det beste svaret kan bare være for godt, og faller en praksis bort, faller oppfølgingen av den også.",
        nn="I {count} av 100 blir han lågare enn {points}: det beste svaret kan berre vere for godt, og fell ein praksis bort, fell oppfølginga av han òg.",
    ),
    "certainty_areas": Text(
        nb="Det gjelder ut fra det som er besvart. Andre forskjeller mellom områdene kan være tilfeldige, hvis ikke tabellen sier noe annet.",
        nn="Det gjeld ut frå det som er svart på. Andre skilnader mellom områda kan vere tilfeldige, om ikkje tabellen seier noko anna.",
    ),
    "certainty_leaning": Text(
        nb="Tabellen fanger ikke opp svar som jevnt over er for gode. Da flytter alt seg samme vei, og feilene jevner seg ikke ut. Vern mot det er dokumentasjon: {documented} av {points} poeng er dokumentert.",
        nn="Tabellen fangar ikkje opp svar som jamt over er for gode. Då flyttar alt seg same vegen, og feila jamnar seg ikkje ut. Vern mot det er dokumentasjon: {documented} av {points} poeng er dokumenterte.",
    ),
    "certainty_five": Text(
        nb="De som evaluerer kommuner, sier at pluss eller minus fem prosent på summen ikke betyr noe. Her er det alt fra {low} til {high} poeng.",
        nn="Dei som evaluerer kommunar, seier at pluss eller minus fem prosent på summen ikkje tyder noko. Her er det alt frå {low} til {high} poeng.",
    ),
    "certainty_open": Text(
        nb="Spennet fra {low} til {high} kommer av det som ikke er besvart, ikke av feil. {count} av de {all} svarene som mangler, avgjør halve.",
        nn="Spennet frå {low} til {high} kjem av det som ikkje er svart på, ikkje av feil. {count} av dei {all} svara som manglar, avgjer halve.",
    ),
    "certainty_claims": Text(
        nb="{points} poeng hviler på svar uten dokumentasjon. Dokumentasjon på {count} svar ville dekket halvparten; et vedlegg viser hvor det gir mest.",
        nn="{points} poeng kviler på svar utan dokumentasjon. Dokumentasjon på {count} svar ville dekt halvparten; eit vedlegg viser kvar det gir mest.",
    ),
    "certainty_caption": Text(
        nb="Poeng når {every} svar er ett trinn feil. Sterkere betyr i minst 95 av 100 tilfeller",
        nn="Poeng når {every} svar er eitt trinn feil. Sterkare tyder i minst 95 av 100 tilfelle",
    ),
    "c_ninety": Text(nb="90 av 100 tilfeller", nn="90 av 100 tilfelle"),
    "c_stronger": Text(nb="Sterkere enn område", nn="Sterkare enn område"),
    "document_first": Text(
        nb="Vedlegg: Det som bør dokumenteres først", nn="Vedlegg: Det som bør dokumenterast først"
    ),
    "document_intro": Text(
        nb="Begynn øverst: Til sammen gir dette {points} dokumenterte poeng. Hvert tall er det svaret legger til dem som står over. Dokumentasjon på at noe brukes, teller også for at det finnes.",
        nn="Begynn øvst: Til saman gir dette {points} dokumenterte poeng. Kvart tal er det svaret legg til dei som står over. Dokumentasjon på at noko blir brukt, tel òg for at det finst.",
    ),
    "document_caption": Text(
        nb="Uten dokumentasjon, etter hva det gir", nn="Utan dokumentasjon, etter kva det gir"
    ),
    "c_evidence": Text(nb="Finnes vanligvis", nn="Finst vanlegvis"),
    "c_settles": Text(nb="Gir", nn="Gir"),
    # Areas
    "area_points": Text(
        nb="{place} får {points} av {reachable} poeng her{documented}{high}.",
        nn="{place} får {points} av {reachable} poeng her{documented}{high}.",
    ),
    "area_documented": Text(
        nb=", hvorav {documented} er dokumentert", nn=", og {documented} av dei er dokumenterte"
    ),
    "area_high": Text(
        nb=", og kan nå {high} når resten er besvart",
        nn=", og kan nå {high} når resten er svart på",
    ),
    "bars_caption": Text(
        nb="Hvert kriterium i prosent av sitt maksimum, område {id}",
        nn="Kvart kriterium i prosent av sitt maksimum, område {id}",
    ),
    "bars_alt": Text(nb="Poeng av maksimum: {criteria}.", nn="Poeng av maksimum: {criteria}."),
    "criteria_caption": Text(
        nb="Poeng per kriterium, område {id}", nn="Poeng per kriterium, område {id}"
    ),
    "not_covered": Text(
        nb="kompass dekker ikke dette ennå, så det er ikke vurdert.",
        nn="kompass dekkjer ikkje dette enno, så det er ikkje vurdert.",
    ),
    "criterion_points": Text(nb="{points} av {max} poeng", nn="{points} av {max} poeng"),
    "criterion_documented": Text(nb="{documented} dokumentert", nn="{documented} dokumentert"),
    "criterion_high": Text(
        nb="inntil {high} når alt er besvart", nn="inntil {high} når alt er svart på"
    ),
    "criterion_adjusted": Text(nb="justert til {adjusted}", nn="justert til {adjusted}"),
    "criterion_silent": Text(
        nb="Det er ikke svart på noe her ennå, så det er ingenting å fortelle.",
        nn="Det er ikkje svart på noko her enno, så det er ingenting å fortelje.",
    ),
    "not_relevant_all": Text(
        nb="Kommunen har satt dette til side som ikke aktuelt.",
        nn="Kommunen har sett dette til side som ikkje aktuelt.",
    ),
    "unknown_one": Text(
        nb="Én av {asked} opplysninger mangler; den avgjør inntil {points} poeng.",
        nn="Éi av {asked} opplysningar manglar; ho avgjer inntil {points} poeng.",
    ),
    "unknown_some": Text(
        nb="{missing} av {asked} opplysninger mangler; de avgjør inntil {points} poeng.",
        nn="{missing} av {asked} opplysningar manglar; dei avgjer inntil {points} poeng.",
    ),
    "raises": Text(nb="Mest å hente: {steps}.", nn="Mest å hente: {steps}."),
    "full": Text(
        nb="Alt reglene ser etter, er på plass her. Oppgaven er å holde det ved like.",
        nn="Alt reglane ser etter, er på plass her. Oppgåva er å halde det ved like.",
    ),
    "findings_more": Text(
        nb="… og {count} til i den fulle rapporten.", nn="… og {count} til i den fulle rapporten."
    ),
    "areas": Text(nb="Områdene, ett for ett", nn="Områda, eitt for eitt"),
    "no_findings": Text(nb="Ingen funn ut fra svarene.", nn="Ingen funn ut frå svara."),
    "unlearnt": Text(nb="virkningen er ikke undersøkt", nn="verknaden er ikkje undersøkt"),
    "reworded": Text(nb="omskrevet", nn="omskriven"),
    "steps_caption": Text(nb="Steg som gir mest, område {id}", nn="Steg som gir mest, område {id}"),
    "steps_more": Text(
        nb="{count} steg til for dette området står i regnearket (kompass report … -o rapport.xlsx).",
        nn="{count} steg til for dette området står i reknearket (kompass report … -o rapport.xlsx).",
    ),
    "no_steps": Text(
        nb="Ingen steg her: det som er kjent, er på plass.",
        nn="Ingen steg her: det som er kjent, er på plass.",
    ),
    "step_do": Text(nb="Slik kan det gjøres:", nn="Slik kan det gjerast:"),
    "step_sign": Text(nb="Det virker når:", nn="Det verkar når:"),
    # Next steps
    "next_intro": Text(
        nb="Stegene står etter hvor mye de gir for arbeidet de krever. Gevinsten er regnet ut for {place} slik det står til nå, steg for steg. Gevinstene kan ikke legges sammen, fordi flere steg kan heve det samme.",
        nn="Stega står etter kor mykje dei gir for arbeidet dei krev. Gevinsten er rekna ut for {place} slik det står til no, steg for steg. Gevinstane kan ikkje leggjast saman, fordi fleire steg kan heve det same.",
    ),
    "gains_caption": Text(nb="Hva hvert steg gir alene", nn="Kva kvart steg gir åleine"),
    "gains_alt": Text(nb="Poeng per steg: {steps}.", nn="Poeng per steg: {steps}."),
    "next_caption": Text(
        nb="Stegene som gir mest for innsatsen", nn="Stega som gir mest for innsatsen"
    ),
    "under_way_intro": Text(
        nb="Det som er bestemt eller påbegynt, gir poeng når det er tatt i bruk.",
        nn="Det som er bestemt eller påbegynt, gir poeng når det er teke i bruk.",
    ),
    "under_way_none": Text(
        nb="Svarene nevner ikke noe som er bestemt eller påbegynt uten å være i bruk.",
        nn="Svara nemner ikkje noko som er bestemt eller påbegynt utan å vere i bruk.",
    ),
    "due": Text(nb="skal være i bruk {day}", nn="skal vere i bruk {day}"),
    "under_way_caption": Text(
        nb="Bestemt eller påbegynt, ikke i bruk", nn="Bestemt eller påbegynt, ikkje i bruk"
    ),
    "no_due": Text(nb="ikke oppgitt", nn="ikkje oppgitt"),
    # Conclusion
    "end_build": Text(
        nb="Kommunen har mest å bygge på innen {strong}. Lengst igjen er det innen {weak}.",
        nn="Kommunen har mest å byggje på innan {strong}. Lengst att er det innan {weak}.",
    ),
    "end_choose": Text(
        nb="Ingen kommune gjør alt på en gang. Velg noen få av stegene, gi hvert av dem en eier og en frist, og bestem på forhånd hvordan dere skal se at de virker.",
        nn="Ingen kommune gjer alt på ein gong. Vel nokre få av stega, gi kvart av dei ein eigar og ein frist, og bestem på førehand korleis de skal sjå at dei verkar.",
    ),
    "end_find": Text(
        nb="I det som ikke er besvart, ligger {points} poeng. Noe av det er trolig på plass alt; det må bare finnes ut.",
        nn="I det som ikkje er svart på, ligg {points} poeng. Noko av det er truleg på plass alt; det må berre finnast ut.",
    ),
    "end_prove": Text(
        nb="Dokumenter også det som alt er gjort: {points} poeng står uten noe å vise til.",
        nn="Dokumenter òg det som alt er gjort: {points} poeng står utan noko å vise til.",
    ),
    "end_again": Text(
        nb="Gjør vurderingen igjen om et år, og hold den opp mot denne.",
        nn="Gjer vurderinga igjen om eit år, og hald ho opp mot denne.",
    ),
    # Appendices
    "questions_intro": Text(
        nb="S, O og R er system, omfang og resultat, fra 0 til 10. En stjerne betyr at noen har justert tallet; reglenes eget står i parentes.",
        nn="S, O og R er system, omfang og resultat, frå 0 til 10. Ei stjerne tyder at nokon har justert talet; det reglane gav, står i parentes.",
    ),
    "questions_caption": Text(nb="Spørsmålene i område {id}", nn="Spørsmåla i område {id}"),
    "no_reason": Text(
        nb="Ingenting av det som er kjent, gir poeng.",
        nn="Ingenting av det som er kjent, gir poeng.",
    ),
    "nothing_known": Text(nb="Ikke besvart.", nn="Ikkje svart på."),
    "notes_of": Text(nb="Notert: {notes}.", nn="Notert: {notes}."),
    "sources": Text(nb="Kilder: {sources}.", nn="Kjelder: {sources}."),
    "no_sources": Text(nb="Ingen dokumentasjon.", nn="Ingen dokumentasjon."),
    "unanswered_intro": Text(
        nb="Ordnet etter hvor mange poeng svaret avgjør. Begynn øverst.",
        nn="Ordna etter kor mange poeng svaret avgjer. Begynn øvst.",
    ),
    "unanswered_caption": Text(
        nb="Ubesvart, etter hva det avgjør", nn="Ikkje svart på, etter kva det avgjer"
    ),
    "unanswered_none": Text(
        nb="Alt det spørres om, er besvart.", nn="Alt det blir spurt om, er svart på."
    ),
    "unanswered_more": Text(nb="… og {count} til.", nn="… og {count} til."),
    "provenance_caption": Text(nb="Hva rapporten er laget av", nn="Kva rapporten er laga av"),
    "notes": Text(nb="Merknader", nn="Merknader"),
    # Columns of tables
    "c_area": Text(nb="Område", nn="Område"),
    "c_criterion": Text(nb="Kriterium", nn="Kriterium"),
    "c_points": Text(nb="Poeng", nn="Poeng"),
    "c_now": Text(nb="Nå ({year})", nn="No ({year})"),
    "c_documented": Text(nb="Dokumentert", nn="Dokumentert"),
    "c_high": Text(nb="Mulig", nn="Mogleg"),
    "c_max": Text(nb="Maks", nn="Maks"),
    "c_adjusted": Text(nb="Justert", nn="Justert"),
    "c_share": Text(nb="Andel", nn="Del"),
    "c_total": Text(nb="Til sammen", nn="Til saman"),
    "c_figure": Text(nb="Tall", nn="Tal"),
    "this": Text(nb="Denne egenvurderingen", nn="Denne eigenvurderinga"),
    "c_year": Text(nb="År", nn="År"),
    "c_source": Text(nb="Kilde", nn="Kjelde"),
    "c_step": Text(nb="Steg", nn="Steg"),
    "c_gain": Text(nb="Gevinst", nn="Gevinst"),
    "c_work": Text(nb="Månedsverk", nn="Månadsverk"),
    "c_months": Text(nb="Måneder", nn="Månader"),
    "c_responsible": Text(nb="Ansvarlig", nn="Ansvarleg"),
    "c_decision": Text(nb="Beslutning", nn="Avgjerd"),
    "c_question": Text(nb="Spørsmål", nn="Spørsmål"),
    "c_reason": Text(nb="Begrunnelse og kilder", nn="Grunngiving og kjelder"),
    "c_unknown": Text(nb="Opplysning", nn="Opplysning"),
    "c_decides": Text(nb="Avgjør", nn="Avgjer"),
    "c_ask": Text(nb="Spør", nn="Spør"),
    "c_what": Text(nb="Hva", nn="Kva"),
    "c_due": Text(nb="Frist", nn="Frist"),
    "c_value": Text(nb="Verdi", nn="Verdi"),
    # Rows of the provenance table
    "p_framework": Text(nb="Rammeverk", nn="Rammeverk"),
    "p_content": Text(nb="Innhold", nn="Innhald"),
    "p_rules": Text(nb="Regler (sha256)", nn="Reglar (sha256)"),
    "p_passages": Text(nb="Omtaler (sha256)", nn="Omtalar (sha256)"),
    "p_answers": Text(nb="Svar (sha256)", nn="Svar (sha256)"),
    "p_program": Text(nb="Program", nn="Program"),
    "p_engine": Text(nb="Regelmotor", nn="Regelmotor"),
    # Reference figures
    "mean_all": Text(nb="Landsgjennomsnitt", nn="Landsgjennomsnitt"),
    "mean_group": Text(nb="Gjennomsnitt, {group}", nn="Gjennomsnitt, {group}"),
    "median_group": Text(nb="Median, {group}", nn="Median, {group}"),
    "median_all": Text(nb="Median, hele landet", nn="Median, heile landet"),
    "normal": Text(nb="Vanlig for kommuner flest", nn="Vanleg for kommunar flest"),
    "under-5000": Text(nb="under 5 000 innbyggere", nn="under 5 000 innbyggjarar"),
    "5000-10000": Text(nb="5 000–10 000 innbyggere", nn="5 000–10 000 innbyggjarar"),
    "over-10000": Text(nb="over 10 000 innbyggere", nn="over 10 000 innbyggjarar"),
    "of_evaluations": Text(
        nb="{source} ({count} evalueringer)", nn="{source} ({count} evalueringar)"
    ),
    "own_series": Text(nb="{year}, egenvurdering", nn="{year}, eigenvurdering"),
    "earlier_series": Text(nb="{year}, evaluering", nn="{year}, evaluering"),
    "earlier_own": Text(nb="{year}, egenvurdering", nn="{year}, eigenvurdering"),
    # The workbook
    "x_result": Text(nb="Resultat", nn="Resultat"),
    "x_questions": Text(nb="Spørsmål", nn="Spørsmål"),
    "x_findings": Text(nb="Funn", nn="Funn"),
    "x_steps": Text(nb="Neste steg", nn="Neste steg"),
    "x_under_way": Text(nb="I gang", nn="I gang"),
    "x_unanswered": Text(nb="Ikke besvart", nn="Ikkje svart på"),
    "x_adjustments": Text(nb="Justeringer", nn="Justeringar"),
    "x_about": Text(nb="Om", nn="Om"),
    "x_exact": Text(
        nb="Tallene er lagret nøyaktig; bare visningen er rundet av.",
        nn="Tala er lagra nøyaktig; berre visinga er runda av.",
    ),
    "x_chart_alt": Text(
        nb="Et søylediagram over poeng per område, med de samme tallene som tabellen over.",
        nn="Eit søylediagram over poeng per område, med dei same tala som tabellen over.",
    ),
    "x_questions_intro": Text(
        nb="Tallene for hver dimensjon går fra 0 til 10 og er reglenes egne. Grunnene viser hva hver regel ga.",
        nn="Tala for kvar dimensjon går frå 0 til 10 og er det reglane gav. Grunnane viser kva kvar regel gav.",
    ),
    "x_no_questions": Text(
        nb="Rammeverket stiller ingen spørsmål som kompass dekker.",
        nn="Rammeverket stiller ingen spørsmål som kompass dekkjer.",
    ),
    "x_findings_intro": Text(
        nb="Hvert funn viser til regelen det kommer av, og til opplysningene bak.",
        nn="Kvart funn viser til regelen det kjem av, og til opplysningane bak.",
    ),
    "x_steps_intro": Text(
        nb="Det som gir mest for arbeidet, står øverst. Månedsverk og måneder er med det som må komme først. Gevinstene kan ikke legges sammen.",
        nn="Det som gir mest for arbeidet, står øvst. Månadsverk og månader er med det som må kome først. Gevinstane kan ikkje leggjast saman.",
    ),
    "x_steps_fill": Text(
        nb="De gule kolonnene er til kommunens egen oppfølging.",
        nn="Dei gule kolonnane er til oppfølginga i kommunen.",
    ),
    "x_no_steps_yet": Text(
        nb="Ingen steg ennå: ingenting er besvart, så ingenting er kjent som mangler.",
        nn="Ingen steg enno: ingenting er svart på, så det er ikkje kjent at noko manglar.",
    ),
    "x_unanswered_fill": Text(
        nb="De gule kolonnene er til arbeidet med å finne ut av det. Før svarene inn i svarfila for å regne på nytt.",
        nn="Dei gule kolonnane er til arbeidet med å finne ut av det. Før svara inn i svarfila for å rekne på nytt.",
    ),
    "x_not_begun": Text(nb="Ikke begynt", nn="Ikkje byrja"),
    "x_begun": Text(nb="I gang", nn="I gang"),
    "x_done": Text(nb="Ferdig", nn="Ferdig"),
    "x_not_for_us": Text(nb="Ikke aktuelt", nn="Ikkje aktuelt"),
    "x_choose": Text(nb="Velg fra lista.", nn="Vel frå lista."),
    "x_give_date": Text(nb="Skriv en dato, som 31.12.2026.", nn="Skriv ein dato, som 31.12.2026."),
    "x_per_criterion": Text(nb="Poeng per kriterium", nn="Poeng per kriterium"),
    "x_name": Text(nb="Navn", nn="Namn"),
    "x_id": Text(nb="Id", nn="Id"),
    "x_remark": Text(nb="Merknad", nn="Merknad"),
    "x_adjusted": Text(nb="{name} justert", nn="{name} justert"),
    "x_reasons": Text(nb="Grunner", nn="Grunnar"),
    "x_answered": Text(nb="Besvart", nn="Svart på"),
    "x_asked": Text(nb="Spurt om", nn="Spurt om"),
    "x_kind": Text(nb="Slag", nn="Slag"),
    "x_text": Text(nb="Funn", nn="Funn"),
    "x_mark": Text(nb="Justering", nn="Justering"),
    "x_taken_out": Text(nb="tatt ut", nn="teken ut"),
    "x_was": Text(nb="Reglenes egen tekst", nn="Teksten frå reglane"),
    "x_because": Text(nb="Begrunnelse", nn="Grunngiving"),
    "x_by": Text(nb="Av", nn="Av"),
    "x_rule": Text(nb="Regel", nn="Regel"),
    "x_facts": Text(nb="Opplysninger", nn="Opplysningar"),
    "x_fact": Text(nb="Opplysning (id)", nn="Opplysning (id)"),
    "x_status": Text(nb="Status", nn="Status"),
    "x_owner": Text(nb="Eier", nn="Eigar"),
    "x_why": Text(nb="Hvorfor", nn="Kvifor"),
    "x_how": Text(nb="Slik", nn="Slik"),
    "x_works_when": Text(nb="Virker når", nn="Verkar når"),
    "x_requires": Text(nb="Må komme først", nn="Må kome først"),
    "x_legal": Text(nb="Lovkrav", nn="Lovkrav"),
    "x_sdg": Text(nb="Bærekraftsmål", nn="Berekraftsmål"),
    "x_who": Text(nb="Hvem", nn="Kven"),
    "x_answer": Text(nb="Svar", nn="Svar"),
    "x_what": Text(nb="Gjelder", nn="Gjeld"),
    "x_own": Text(nb="Etter reglene", nn="Etter reglane"),
    "x_to": Text(nb="Justert til", nn="Justert til"),
    "x_finding_reworded": Text(nb="Funn, omskrevet", nn="Funn, omskrive"),
    "x_finding_out": Text(nb="Funn, tatt ut", nn="Funn, teke ut"),
    "x_code": Text(nb="Kode", nn="Kode"),
    "x_municipality": Text(nb="Kommune", nn="Kommune"),
    "x_date": Text(nb="Svarene gjelder", nn="Svara gjeld"),
    "x_content_hash": Text(nb="Innhold (sha256)", nn="Innhald (sha256)"),
}
