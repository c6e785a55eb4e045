"""The sentences of a plan in Markdown and in the terminal, in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kompass.model.base import Text
from kompass.report.prose import PROSE

PLAN_PROSE: Final[Mapping[str, Text]] = {
    # The front page
    "title": Text(nb="Utviklingsplan for {name} {years}", nn="Utviklingsplan for {name} {years}"),
    "subtitle": Text(
        nb="Utkast til neste steg etter {framework}, ut fra svarene per {day}",
        nn="Utkast til neste steg etter {framework}, ut frå svara per {day}",
    ),
    # Half-years and areas by name
    "half": Text(nb="{number}. halvår", nn="{number}. halvår"),
    "half_months": Text(nb="{number}. halvår: {months}", nn="{number}. halvår: {months}"),
    "area_id": Text(nb="område {id}", nn="område {id}"),
    "quoted": Text(nb="«{text}»", nn="«{text}»"),
    # In short
    "short": Text(nb="Kort fortalt", nn="Kort fortalt"),
    "gives": Text(
        nb="Blir hele planen gjennomført, kan {place} gå fra {before} til {after} av {max} poeng innen utgangen av {month}. Det er {steps} steg over {halves} halvår, og arbeidet er anslått til {effort} månedsverk.",
        nn="Blir heile planen gjennomført, kan {place} gå frå {before} til {after} av {max} poeng innan utgangen av {month}. Det er {steps} steg over {halves} halvår, og arbeidet er rekna til {effort} månadsverk.",
    ),
    "gives_one": Text(
        nb="Blir planen gjennomført, kan {place} gå fra {before} til {after} av {max} poeng innen utgangen av {month}. Det er ett steg, og arbeidet er anslått til {effort} månedsverk.",
        nn="Blir planen gjennomført, kan {place} gå frå {before} til {after} av {max} poeng innan utgangen av {month}. Det er eitt steg, og arbeidet er rekna til {effort} månadsverk.",
    ),
    "measures": Text(
        nb="Poengene måler praksis: hva som er i bruk, hvor bredt det brukes, og om kommunen undersøker om det virker. De viser om arbeidet går framover. Om innbyggerne merker det, må kommunen finne ut på andre måter.",
        nn="Poenga måler praksis: kva som er i bruk, kor breitt det blir brukt, og om kommunen undersøkjer om det verkar. Dei viser om arbeidet går framover. Om innbyggjarane merkar det, må kommunen finne ut på andre måtar.",
    ),
    "most": Text(nb="Mest endrer seg på {areas}.", nn="Mest endrar seg på {areas}."),
    "moves": Text(
        nb="område {id}, {name} (fra {before} til {after} poeng)",
        nn="område {id}, {name} (frå {before} til {after} poeng)",
    ),
    "moves_bare": Text(
        nb="område {id} (fra {before} til {after} poeng)",
        nn="område {id} (frå {before} til {after} poeng)",
    ),
    "first_steps": Text(
        nb="I det første halvåret begynner {count} steg. Mest ventes av {steps}.",
        nn="I det første halvåret byrjar {count} steg. Mest er venta av {steps}.",
    ),
    "first_step": Text(
        nb="Det begynner med {steps}.",
        nn="Det byrjar med {steps}.",
    ),
    "to_council": Text(
        nb="Kommunestyret skal vedta {count} av stegene, det første {day}. De andre kan administrasjonen bestemme selv.",
        nn="Kommunestyret skal vedta {count} av stega, det første {day}. Dei andre kan administrasjonen avgjere sjølv.",
    ),
    "to_council_all": Text(
        nb="Kommunestyret skal vedta alle stegene, det første {day}.",
        nn="Kommunestyret skal vedta alle stega, det første {day}.",
    ),
    "to_council_none": Text(
        nb="Ingen av stegene krever vedtak i kommunestyret. Administrasjonen kan sette i gang selv.",
        nn="Ingen av stega krev vedtak i kommunestyret. Administrasjonen kan setje i gang sjølv.",
    ),
    "estimate": Text(
        nb="Tallene er et anslag, ikke et løfte. De forutsetter at hvert steg blir tatt i bruk slik det er beskrevet, og de bygger bare på det kommunen har svart på. Noen få poeng fra eller til betyr ingenting.",
        nn="Tala er eit overslag, ikkje ein lovnad. Dei føreset at kvart steg blir teke i bruk slik det er skildra, og dei byggjer berre på det kommunen har svart på. Nokre få poeng frå eller til tyder ingenting.",
    ),
    "areas_caption": Text(
        nb="Poeng per område, nå og når hele planen er gjennomført",
        nn="Poeng per område, no og når heile planen er gjennomført",
    ),
    "know": Text(nb="Dette bør dere vite", nn="Dette bør de vite"),
    # A plan without steps
    "empty": Text(
        nb="Planen har ingen steg. Med svarene slik de er nå, og innenfor rammene som er satt, er det ingenting kommunen kan begynne på som gir poeng.",
        nn="Planen har ingen steg. Med svara slik dei er no, og innanfor rammene som er sette, er det ingenting kommunen kan byrje på som gir poeng.",
    ),
    "empty_reached": Text(
        nb="Planen har ingen steg, for målene er nådd: {place} har {before} av {max} poeng ut fra svarene slik de er nå.",
        nn="Planen har ingen steg, for måla er nådde: {place} har {before} av {max} poeng ut frå svara slik dei er no.",
    ),
    "empty_advice": Text(
        nb="Det kan ha flere grunner: Alt som er kjent, er på plass. Tiden eller kapasiteten er for knapp. Eller for lite er besvart. Finn ut det som mangler svar, eller gi planen mer tid eller arbeid å bruke.",
        nn="Det kan ha fleire grunnar: Alt som er kjent, er på plass. Tida eller kapasiteten er for knapp. Eller for lite er svart på. Finn ut det som manglar svar, eller gi planen meir tid eller arbeid å bruke.",
    ),
    # At a glance
    "glance": Text(nb="Planen i ett blikk", nn="Planen i eitt blikk"),
    "glance_intro": Text(
        nb="Tabellen viser hva hvert halvår krever, og hvor kommunen ventes å stå når det er over. Tidslinjen på neste side har alle stegene.",
        nn="Tabellen viser kva kvart halvår krev, og kvar kommunen er venta å stå når det er over. Tidslinja på neste side har alle stega.",
    ),
    "glance_upright": Text(
        nb="Tabellen viser hva hvert halvår krever, og hvor kommunen ventes å stå når det er over. Tidslinjen under har alle stegene.",
        nn="Tabellen viser kva kvart halvår krev, og kvar kommunen er venta å stå når det er over. Tidslinja under har alle stega.",
    ),
    "halves_caption": Text(nb="Halvårene i planen", nn="Halvåra i planen"),
    "of_capacity": Text(nb="{effort} av {capacity}", nn="{effort} av {capacity}"),
    "still": Text(
        nb="I {halves} blir ingen steg ferdige. Da står poengene stille, selv om arbeidet går for fullt.",
        nn="I {halves} blir ingen steg ferdige. Då står poenga stille, sjølv om arbeidet går for fullt.",
    ),
    "tight": Text(
        nb="Planen bruker {effort} av de {capacity} månedsverkene som er satt av. Det er lite å gå på om noen blir syke eller noe annet haster. Bestem på forhånd hvilke steg som i så fall kan vente.",
        nn="Planen bruker {effort} av dei {capacity} månadsverka som er sette av. Det er lite å gå på om nokon blir sjuk eller noko anna hastar. Bestem på førehand kva steg som i så fall kan vente.",
    ),
    "roomy": Text(
        nb="Planen bruker {effort} av de {capacity} månedsverkene som er satt av.",
        nn="Planen bruker {effort} av dei {capacity} månadsverka som er sette av.",
    ),
    "gantt": Text(
        nb="Stegene fra {first} til {last}, med månedsverk og poeng for hvert halvår",
        nn="Stega frå {first} til {last}, med månadsverk og poeng for kvart halvår",
    ),
    "gantt_part": Text(nb="{title} ({number} av {count})", nn="{title} ({number} av {count})"),
    "gantt_alt": Text(
        nb="Tidslinje med {count} steg fra {first} til {last}. {halves} De samme tallene står i tabellen «{table}».",
        nn="Tidslinje med {count} steg frå {first} til {last}. {halves} Dei same tala står i tabellen «{table}».",
    ),
    "none": Text(nb="ingen", nn="ingen"),
    "gantt_half": Text(
        nb="{number}. halvår: {begin} steg begynner, {end} blir tatt i bruk, {points} poeng ved slutten.",
        nn="{number}. halvår: {begin} steg byrjar, {end} blir tekne i bruk, {points} poeng ved slutten.",
    ),
    "all_steps": Text(nb="Alle stegene", nn="Alle stega"),
    "plan_steps_caption": Text(
        nb="Stegene, når de begynner og er i bruk, og hva de krever og gir",
        nn="Stega, når dei byrjar og er i bruk, og kva dei krev og gir",
    ),
    "expected_note": Text(
        nb="Poengene i siste kolonne er det steget legger til når alt som blir ferdig før det, er på plass. Derfor kan de legges sammen, men bare for planen som helhet.",
        nn="Poenga i siste kolonne er det steget legg til når alt som blir ferdig før det, er på plass. Difor kan dei leggjast saman, men berre for planen som heilskap.",
    ),
    # A half-year
    "half_work": Text(
        nb="Halvåret krever {effort} månedsverk. Når det er over, ventes {place} å ha {points} poeng.",
        nn="Halvåret krev {effort} månadsverk. Når det er over, er {place} venta å ha {points} poeng.",
    ),
    "half_begin": Text(nb="Her begynner {count} steg.", nn="Her byrjar {count} steg."),
    "half_begin_one": Text(nb="Her begynner ett steg.", nn="Her byrjar eitt steg."),
    "half_begin_none": Text(
        nb="Ingen nye steg begynner; kreftene går til det som er i gang.",
        nn="Ingen nye steg byrjar; kreftene går til det som er i gang.",
    ),
    "half_going": Text(nb="Dette er i gang fra før:", nn="Dette er i gang frå før:"),
    "going": Text(nb="«{title}» ({who}), i bruk {day}", nn="«{title}» ({who}), i bruk {day}"),
    # A step
    "step_who": Text(nb="{who} har ansvaret.", nn="{who} har ansvaret."),
    "step_work": Text(nb="{effort} månedsverk, {months}.", nn="{effort} månadsverk, {months}."),
    "step_council": Text(nb="Kommunestyret vedtar {day}.", nn="Kommunestyret vedtek {day}."),
    "step_political": Text(nb="Krever politisk vedtak.", nn="Krev politisk vedtak."),
    "step_own": Text(nb="Administrasjonen bestemmer selv.", nn="Administrasjonen avgjer sjølv."),
    "step_expected": Text(
        nb="Ventes å gi {points} poeng på {area}.", nn="Venta å gi {points} poeng på {area}."
    ),
    "step_little": Text(
        nb="Gir lite eller ingenting alene på {area}, men baner vei for {steps}.",
        nn="Gir lite eller ingenting åleine på {area}, men bryt veg for {steps}.",
    ),
    "step_nothing": Text(
        nb="Ventes å gi mindre enn 0,1 poeng på {area}.",
        nn="Venta å gi mindre enn 0,1 poeng på {area}.",
    ),
    "step_after": Text(nb="Bygger på {steps}.", nn="Byggjer på {steps}."),
    "step_done": Text(
        nb="«{title}», som skal være i bruk {day}", nn="«{title}», som skal vere i bruk {day}"
    ),
    "step_under_way": Text(
        nb="Noe av dette er alt bestemt eller påbegynt; her gjelder det å få det i bruk.",
        nn="Noko av dette er alt bestemt eller påbyrja; her gjeld det å få det i bruk.",
    ),
    # The programme
    "programme": Text(nb="Programmet", nn="Programmet"),
    "who": Text(nb="Hvem gjør hva", nn="Kven gjer kva"),
    "roles_caption": Text(nb="Roller i programmet", nn="Roller i programmet"),
    "groups": Text(nb="Arbeidsgruppene", nn="Arbeidsgruppene"),
    "group_leader": Text(nb="Leder: {who}.", nn="Leiar: {who}."),
    "group_members": Text(nb="Med i gruppen: {who}.", nn="Med i gruppa: {who}."),
    "group_areas": Text(nb="Arbeider med {areas}.", nn="Arbeider med {areas}."),
    "group_goals": Text(
        nb="Tre av FNs bærekraftsmål å løfte fram: {goals}.",
        nn="Tre av berekraftsmåla til FN å løfte fram: {goals}.",
    ),
    "group_goals_some": Text(
        nb="FNs bærekraftsmål å løfte fram: {goals}.",
        nn="Berekraftsmål frå FN å løfte fram: {goals}.",
    ),
    "goal": Text(nb="mål {number} ({name})", nn="mål {number} ({name})"),
    "goal_bare": Text(nb="mål {number}", nn="mål {number}"),
    "common_goal": Text(
        nb="Gjennom alt går {goal}.",
        nn="Gjennom alt går {goal}.",
    ),
    "group_step": Text(nb="{title} ({half})", nn="{title} ({half})"),
    "group_steps": Text(nb="Stegene gruppen følger opp:", nn="Stega gruppa følgjer opp:"),
    "activities": Text(nb="Aktiviteter", nn="Aktivitetar"),
    "activities_caption": Text(nb="Aktivitetene, etter frist", nn="Aktivitetane, etter frist"),
    "kinds": Text(
        nb="{BP}: noen må bestemme noe. {IP}: noen får vite noe. {PJ}: arbeid i gruppene. {SR}: slik står det til. {EBP}: det siste ordet.",
        nn="{BP}: nokon må avgjere noko. {IP}: nokon får vite noko. {PJ}: arbeid i gruppene. {SR}: slik står det til. {EBP}: det siste ordet.",
    ),
    "BP": Text(nb="Beslutningspunkt", nn="Avgjerdspunkt"),
    "IP": Text(nb="Informasjonspunkt", nn="Informasjonspunkt"),
    "PJ": Text(nb="Prosessarbeid", nn="Prosessarbeid"),
    "SR": Text(nb="Statusrapport", nn="Statusrapport"),
    "EBP": Text(nb="Endelig beslutningspunkt", nn="Endeleg avgjerdspunkt"),
    "studies": Text(nb="Det som må utredes", nn="Det som må greiast ut"),
    "studies_intro": Text(
        nb="Noe vet ikke kommunen om seg selv ennå. Svarene kan gi poeng uten at noe nytt må settes i gang, og de kan endre planen. Derfor bør de finnes tidlig.",
        nn="Noko veit ikkje kommunen om seg sjølv enno. Svara kan gi poeng utan at noko nytt må setjast i gang, og dei kan endre planen. Difor bør dei finnast tidleg.",
    ),
    "study_line": Text(
        nb="Frist {day}. Ansvarlig: {who}. Svarene avgjør inntil {points} poeng.",
        nn="Frist {day}. Ansvarleg: {who}. Svara avgjer inntil {points} poeng.",
    ),
    # How it is made
    "made": Text(nb="Slik er planen laget", nn="Slik er planen laga"),
    "asked": Text(nb="Rammene", nn="Rammene"),
    "w_span": Text(
        nb="Planen begynner {day} og går over {count} halvår.",
        nn="Planen byrjar {day} og går over {count} halvår.",
    ),
    "w_capacity": Text(
        nb="Det er regnet med inntil {capacity} månedsverk i halvåret.",
        nn="Det er rekna med inntil {capacity} månadsverk i halvåret.",
    ),
    "w_no_capacity": Text(
        nb="Det er ikke satt noen grense for hvor mye arbeid den kan kreve.",
        nn="Det er ikkje sett noka grense for kor mykje arbeid han kan krevje.",
    ),
    "w_role": Text(
        nb="Der {role} har ansvaret, er grensen {capacity} månedsverk i halvåret.",
        nn="Der {role} har ansvaret, er grensa {capacity} månadsverk i halvåret.",
    ),
    "w_at_once": Text(
        nb="Høyst {count} steg skal være i gang samtidig.",
        nn="Høgst {count} steg skal vere i gang samtidig.",
    ),
    "w_target": Text(nb="Målet er {targets}.", nn="Målet er {targets}."),
    "w_total": Text(nb="minst {points} poeng i alt", nn="minst {points} poeng i alt"),
    "w_area": Text(
        nb="minst {points} poeng på område {id}", nn="minst {points} poeng på område {id}"
    ),
    "w_must": Text(nb="Dette skulle være med: {steps}.", nn="Dette skulle vere med: {steps}."),
    "w_excluded": Text(
        nb="Dette skulle ikke være med: {steps}.", nn="Dette skulle ikkje vere med: {steps}."
    ),
    "w_council": Text(
        nb="Vedtak er lagt til møtedagene kommunen har oppgitt.",
        nn="Vedtak er lagde til møtedagane kommunen har oppgitt.",
    ),
    "w_ordinary": Text(
        nb="Møtedagene i kommunestyret er antatt: den andre onsdagen i månedene det er vanlig å ha møte. Sjekk dem mot møteplanen, for vedtakene er lagt etter dem.",
        nn="Møtedagane i kommunestyret er rekna med, ikkje kjende: den andre onsdagen i månadene det er vanleg å ha møte. Sjekk dei mot møteplanen, for vedtaka er lagde etter dei.",
    ),
    "choice": Text(nb="Valget av steg", nn="Valet av steg"),
    "aim_points": Text(
        nb="Innenfor rammene er stegene og rekkefølgen valgt slik at poengene blir flest mulig når planen er gjennomført. Et steg kommer aldri før det det bygger på.",
        nn="Innanfor rammene er stega og rekkjefølgja valde slik at poenga blir flest mogleg når planen er gjennomført. Eit steg kjem aldri før det det byggjer på.",
    ),
    "aim_effort": Text(
        nb="Innenfor rammene er stegene og rekkefølgen valgt slik at målene nås med minst mulig arbeid. Et steg kommer aldri før det det bygger på.",
        nn="Innanfor rammene er stega og rekkjefølgja valde slik at måla blir nådde med minst mogleg arbeid. Eit steg kjem aldri før det det byggjer på.",
    ),
    "optimal_points": Text(
        nb="Det er bevist at ingen annen plan innenfor de samme rammene gir flere poeng etter reglene.",
        nn="Det er prova at ingen annan plan innanfor dei same rammene gir fleire poeng etter reglane.",
    ),
    "optimal_effort": Text(
        nb="Det er bevist at ingen annen plan når de samme målene med mindre arbeid.",
        nn="Det er prova at ingen annan plan når dei same måla med mindre arbeid.",
    ),
    "bounded_points": Text(
        nb="Dette er den beste planen som ble funnet. Det er ikke bevist at den er best, men ingen plan kan gi mer enn {bound} poeng; det er høyst {gap} prosent mer enn denne.",
        nn="Dette er den beste planen som blei funnen. Det er ikkje prova at han er best, men ingen plan kan gi meir enn {bound} poeng; det er høgst {gap} prosent meir enn denne.",
    ),
    "bounded_effort": Text(
        nb="Dette er den beste planen som ble funnet. Det er ikke bevist at den er best, men ingen plan klarer seg med mindre enn {bound} månedsverk; det er høyst {gap} prosent mindre enn denne.",
        nn="Dette er den beste planen som blei funnen. Det er ikkje prova at han er best, men ingen plan klarer seg med mindre enn {bound} månadsverk; det er høgst {gap} prosent mindre enn denne.",
    ),
    "greedy": Text(
        nb="Stegene er valgt ett for ett, etter hva som ga mest for arbeidet. Det er ikke undersøkt om en annen plan er bedre.",
        nn="Stega er valde eitt for eitt, etter kva som gav mest for arbeidet. Det er ikkje undersøkt om ein annan plan er betre.",
    ),
    "beside_points": Text(
        nb="Velger en bare ett og ett steg etter hva som gir mest for arbeidet, blir det {greedy} poeng, {less} færre.",
        nn="Vel ein berre eitt og eitt steg etter kva som gir mest for arbeidet, blir det {greedy} poeng, {less} færre.",
    ),
    "beside_effort": Text(
        nb="Velger en bare ett og ett steg etter hva som gir mest for arbeidet, krever det {greedy} månedsverk, {more} mer.",
        nn="Vel ein berre eitt og eitt steg etter kva som gir mest for arbeidet, krev det {greedy} månadsverk, {more} meir.",
    ),
    "beside_same": Text(
        nb="Velger en bare ett og ett steg etter hva som gir mest for arbeidet, kommer en like langt her.",
        nn="Vel ein berre eitt og eitt steg etter kva som gir mest for arbeidet, kjem ein like langt her.",
    ),
    "beside_none": Text(
        nb="Velger en bare ett og ett steg etter hva som gir mest for arbeidet, finner en ingen plan som oppfyller ønskene.",
        nn="Vel ein berre eitt og eitt steg etter kva som gir mest for arbeidet, finn ein ingen plan som oppfyller ønska.",
    ),
    "numbers": Text(nb="Hva poengene er verdt", nn="Kva poenga er verde"),
    "overlap": Text(
        nb="Poengene er regnet ut av reglene for alle stegene sammen. Der flere steg hever det samme, er det ikke talt to ganger. Derfor kan et steg gi mindre her enn det ville gitt alene, eller mer, fordi noe annet er på plass først.",
        nn="Poenga er rekna ut av reglane for alle stega saman. Der fleire steg hevar det same, er det ikkje talt to gonger. Difor kan eit steg gi mindre her enn det ville gitt åleine, eller meir, fordi noko anna er på plass først.",
    ),
    "uncertain": Text(
        nb="De gjelder når hele planen er gjennomført. Svarene kan være for gode eller for dårlige, arbeidet kan ta lengre tid enn anslått, og noe kan vise seg å virke dårligere enn ventet. Bare det som er kjent, teller: et steg som kommunen mangler svar om, er ikke med.",
        nn="Dei gjeld når heile planen er gjennomført. Svara kan vere for gode eller for dårlege, arbeidet kan ta lengre tid enn rekna med, og noko kan vise seg å verke dårlegare enn venta. Berre det som er kjent, tel: eit steg som kommunen manglar svar om, er ikkje med.",
    ),
    "effort_note": Text(
        nb="Månedsverkene er anslag; en stor kommune trenger gjerne mer, en liten mindre. De er fordelt jevnt over månedene steget varer, og føres på den som har ansvaret, også når andre gjør mye av arbeidet.",
        nn="Månadsverka er overslag; ein stor kommune treng gjerne meir, ein liten mindre. Dei er fordelte jamt over månadene steget varer, og blir førte på den som har ansvaret, òg når andre gjer mykje av arbeidet.",
    ),
    "proposal": Text(
        nb="Planen er et forslag. Dere kjenner kommunen: ta ut det som ikke passer, legg til det som må med, og be om en ny plan.",
        nn="Planen er eit framlegg. De kjenner kommunen: ta ut det som ikkje passar, legg til det som må med, og be om ein ny plan.",
    ),
    "follow": Text(nb="Følg den opp", nn="Følg han opp"),
    "follow_up": Text(
        nb="Gå gjennom planen når hvert halvår er over. Svar på nytt på det stegene gjelder, og hold svarene opp mot planen med kompass plan status. Da ser dere hva som er tatt i bruk, hva som er i gang, hva som har glidd, og om poengene kom.",
        nn="Gå gjennom planen når kvart halvår er over. Svar på nytt på det stega gjeld, og hald svara opp mot planen med kompass plan status. Då ser de kva som er teke i bruk, kva som er i gang, kva som har glidd, og om poenga kom.",
    ),
    "provenance": Text(nb="Vedlegg: Hva planen bygger på", nn="Vedlegg: Kva planen byggjer på"),
    "provenance_caption": Text(nb="Hva planen er laget av", nn="Kva planen er laga av"),
    "p_date": Text(nb="Svarene er fra", nn="Svara er frå"),
    "p_solver": Text(nb="Planen er funnet med", nn="Planen er funnen med"),
    # Columns of tables
    "c_before": Text(nb="Nå", nn="No"),
    "c_after": Text(nb="Etter planen", nn="Etter planen"),
    "c_change": Text(nb="Endring", nn="Endring"),
    "c_half": Text(nb="Halvår", nn="Halvår"),
    "c_begin": Text(nb="Nye steg", nn="Nye steg"),
    "c_at_end": Text(nb="Poeng når det er over", nn="Poeng når det er over"),
    "c_meetings": Text(nb="Vedtak i kommunestyret", nn="Vedtak i kommunestyret"),
    "c_when": Text(nb="Når", nn="Når"),
    "c_step_who": Text(nb="Steg (og hvem som har ansvaret)", nn="Steg (og kven som har ansvaret)"),
    "c_begins": Text(nb="Begynner", nn="Byrjar"),
    "c_in_use": Text(nb="I bruk", nn="I bruk"),
    "c_person_months": Text(nb="Mnd.verk", nn="Mnd.verk"),
    "c_decided": Text(nb="Vedtak", nn="Vedtak"),
    "c_role": Text(nb="Rolle", nn="Rolle"),
    "c_who": Text(nb="Hvem", nn="Kven"),
    "c_task": Text(nb="Oppgave", nn="Oppgåve"),
    "c_activity": Text(nb="Hva skjer", nn="Kva skjer"),
    "c_kind": Text(nb="Slag", nn="Slag"),
    # The terminal
    "t_total": Text(
        nb="Fra {before} til {after} av {max} poeng med {steps} steg og {effort} månedsverk.",
        nn="Frå {before} til {after} av {max} poeng med {steps} steg og {effort} månadsverk.",
    ),
    "t_half": Text(
        nb="{number}. halvår, {months}: {effort} månedsverk, {points} poeng til slutt",
        nn="{number}. halvår, {months}: {effort} månadsverk, {points} poeng til slutt",
    ),
    "t_work": Text(nb="Arbeid", nn="Arbeid"),
    "t_step": Text(
        nb="{who}, {effort} månedsverk, {points} poeng",
        nn="{who}, {effort} månadsverk, {points} poeng",
    ),
    "t_decided": Text(nb=", vedtas {day}", nn=", blir vedteke {day}"),
    "t_none": Text(nb="ingen nye steg", nn="ingen nye steg"),
    "t_more": Text(nb="… og {count} til.", nn="… og {count} til."),
    "t_next": Text(
        nb="Skriv planen: -o plan.docx, .pdf, .xlsx, .ics eller .svg. Ta vare på -o plan.json for å følge den opp med kompass plan status.",
        nn="Skriv planen: -o plan.docx, .pdf, .xlsx, .ics eller .svg. Ta vare på -o plan.json for å følgje han opp med kompass plan status.",
    ),
    "t_worth": Text(
        nb="Poengene gjelder når hele planen er gjennomført.",
        nn="Poenga gjeld når heile planen er gjennomført.",
    ),
}

WORDS: Final[Mapping[str, Text]] = {**PROSE, **PLAN_PROSE}
"""Every sentence of a plan: the report's own, for what both have, and those above."""
