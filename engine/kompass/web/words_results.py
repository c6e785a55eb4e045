"""What result, report, plan and adjustments say, in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kompass.model.base import Text

WORDS: Final[Mapping[str, Text]] = {
    "findings": Text(nb="Funn", nn="Funn"),
    "next_steps": Text(nb="Neste steg", nn="Neste steg"),
    "result_head": Text(nb="Resultat", nn="Resultat"),
    "result_lead": Text(
        nb="Dette sier svarene så langt. Profilen og neste steg betyr mer enn summen.",
        nn="Dette seier svara så langt. Profilen og neste steg betyr meir enn summen.",
    ),
    "how_sure": Text(
        nb="Sikkert: {low} poeng. Mulig: {high} av {max}. Dokumentert: {documented}. {answered} av {asked} spørsmål er besvart.",
        nn="Sikkert: {low} poeng. Mogleg: {high} av {max}. Dokumentert: {documented}. {answered} av {asked} spørsmål er svara på.",
    ),
    "how_sure_report": Text(
        nb="Konsulentens rapport regner ut hvor sikre tallene er.",
        nn="Konsulenten sin rapport reknar ut kor sikre tala er.",
    ),
    "show_only": Text(nb="Vis bare", nn="Vis berre"),
    "all_areas": Text(nb="alle områder", nn="alle område"),
    "all_kinds": Text(nb="alle slags", nn="alle slag"),
    "kinds_strength": Text(nb="styrker", nn="styrker"),
    "kinds_challenge": Text(nb="utfordringer", nn="utfordringar"),
    "kinds_weakness": Text(nb="svakheter", nn="veikskapar"),
    "count_strength": Text(nb="styrker: {count}", nn="styrker: {count}"),
    "count_challenge": Text(nb="utfordringer: {count}", nn="utfordringar: {count}"),
    "count_weakness": Text(nb="svakheter: {count}", nn="veikskapar: {count}"),
    "no_findings": Text(
        nb="Ingen funn her ennå. Funn kommer når spørsmålene er besvart.",
        nn="Ingen funn her enno. Funn kjem når spørsmåla er svara på.",
    ),
    "no_steps": Text(nb="Ingen steg her ennå.", nn="Ingen steg her enno."),
    "finding_adjusted": Text(
        nb="Endret av {by}: {reason} Reglene sier: {was}",
        nn="Endra av {by}: {reason} Reglane seier: {was}",
    ),
    "finding_bare": Text(
        nb="Hviler på svar uten dokumentasjon.", nn="Kviler på svar utan dokumentasjon."
    ),
    "adjust_this": Text(nb="Rediger", nn="Rediger"),
    "why_link": Text(nb="Hvorfor?", nn="Kvifor?"),
    "step_effort": Text(
        nb="{effort} månedsverk over {months} måneder",
        nn="{effort} månadsverk over {months} månader",
    ),
    "step_responsible": Text(nb="Ansvarlig: {role}", nn="Ansvarleg: {role}"),
    "decision_politisk": Text(nb="Krever vedtak i kommunestyret", nn="Krev vedtak i kommunestyret"),
    "decision_administrativ": Text(
        nb="Administrasjonen kan bestemme det", nn="Administrasjonen kan avgjere det"
    ),
    "step_find_out": Text(nb="Finn ut først: {facts}", nn="Finn ut først: {facts}"),
    "step_how": Text(nb="Slik kan det gjøres", nn="Slik kan det gjerast"),
    "step_works_when": Text(nb="Det virker når", nn="Det verkar når"),
    "show_all_steps": Text(nb="Vis alle stegene ({count} til)", nn="Vis alle stega ({count} til)"),
    "under_way": Text(
        nb="Dette er bestemt, men ikke i bruk", nn="Dette er bestemt, men ikkje i bruk"
    ),
    "due_by": Text(nb="Frist {day}", nn="Frist {day}"),
    "taken_out_head": Text(nb="Funn som er tatt ut", nn="Funn som er tekne ut"),
    "taken_out_by": Text(nb="Tatt ut av {by}: {reason}", nn="Teke ut av {by}: {reason}"),
    "notes": Text(nb="Merknader", nn="Merknader"),
    "with_adjustments": Text(
        nb="Med justeringer: {points} poeng i alt.", nn="Med justeringar: {points} poeng i alt."
    ),
    "to_plan": Text(nb="Lag en plan av stegene", nn="Lag ein plan av stega"),
    "to_report": Text(nb="Lag rapport", nn="Lag rapport"),
    "to_adjust": Text(nb="Justeringer", nn="Justeringar"),
    "report_head": Text(nb="Rapport", nn="Rapport"),
    "report_lead": Text(
        nb="{answered} av {asked} spørsmål er besvart. Rapporten sier selv hva den bygger på.",
        nn="{answered} av {asked} spørsmål er svara på. Rapporten seier sjølv kva han byggjer på.",
    ),
    "format": Text(nb="Format", nn="Format"),
    "format_docx": Text(nb="Word", nn="Word"),
    "format_docx_means": Text(nb="Et utkast å redigere.", nn="Eit utkast å redigere."),
    "format_pdf": Text(nb="PDF", nn="PDF"),
    "format_pdf_means": Text(
        nb="Tilgjengelig utgave for kommunestyret og innbyggerne.",
        nn="Tilgjengeleg utgåve for kommunestyret og innbyggjarane.",
    ),
    "format_html": Text(nb="Nettside", nn="Nettside"),
    "format_html_means": Text(nb="Én fil som kan legges ut.", nn="Éi fil som kan leggjast ut."),
    "format_md": Text(nb="Markdown", nn="Markdown"),
    "format_md_means": Text(
        nb="Ren tekst som kan redigeres og gjøres om med kompass render.",
        nn="Rein tekst som kan redigerast og gjerast om med kompass render.",
    ),
    "format_xlsx": Text(nb="Excel", nn="Excel"),
    "format_xlsx_means": Text(nb="Alle svar, poeng og regler.", nn="Alle svar, poeng og reglar."),
    "format_json": Text(nb="JSON", nn="JSON"),
    "format_json_means": Text(
        nb="For skript, og for å lese planen mot neste års svar.",
        nn="For skript, og for å lese planen mot svara neste år.",
    ),
    "format_ics": Text(nb="Kalender", nn="Kalender"),
    "format_ics_means": Text(
        nb="Frister og møter til kalenderen.", nn="Fristar og møte til kalenderen."
    ),
    "format_svg": Text(nb="Bilde (SVG)", nn="Bilete (SVG)"),
    "format_svg_means": Text(nb="Framdriftsplanen på én side.", nn="Framdriftsplanen på éi side."),
    "format_png": Text(nb="Bilde (PNG)", nn="Bilete (PNG)"),
    "format_png_means": Text(nb="Framdriftsplanen på én side.", nn="Framdriftsplanen på éi side."),
    "audience": Text(nb="Hvem rapporten er for", nn="Kven rapporten er for"),
    "audience_konsulent": Text(nb="Konsulent", nn="Konsulent"),
    "audience_konsulent_means": Text(
        nb="Alt, også svarene og reglene bak.", nn="Alt, også svara og reglane bak."
    ),
    "audience_leder": Text(nb="Ledergruppe", nn="Leiargruppe"),
    "audience_leder_means": Text(
        nb="Det viktigste, med neste steg.", nn="Det viktigaste, med neste steg."
    ),
    "audience_innbygger": Text(nb="Innbygger", nn="Innbyggjar"),
    "audience_innbygger_means": Text(nb="Kort, i klart språk.", nn="Kort, i klart språk."),
    "report_title": Text(nb="Tittel", nn="Tittel"),
    "report_title_hint": Text(
        nb="Kan stå tom. Ellers heter rapporten «Egenvurdering av … kommune».",
        nn="Kan stå tom. Elles heiter rapporten «Eigenvurdering av … kommune».",
    ),
    "earlier": Text(nb="Tidligere resultat", nn="Tidlegare resultat"),
    "earlier_hint": Text(
        nb="Fjorårets resultat (kompass assess --format json) eller publiserte poeng, til å sammenlikne med.",
        nn="Resultatet frå i fjor (kompass assess --format json) eller publiserte poeng, til å samanlikne med.",
    ),
    "with_names": Text(
        nb="Ta med navn på dem som har svart og justert",
        nn="Ta med namn på dei som har svara og justert",
    ),
    "make_report": Text(nb="Lag rapporten", nn="Lag rapporten"),
    "audience_missing": Text(nb="Velg hvem rapporten er for.", nn="Vel kven rapporten er for."),
    "form_missing": Text(nb="Velg et format.", nn="Vel eit format."),
    "report_and_plan": Text(nb="Rapport og plan", nn="Rapport og plan"),
    "plan_link_lead": Text(
        nb="Planen velger neste steg og fordeler dem på halvår.",
        nn="Planen vel neste steg og fordeler dei på halvår.",
    ),
    "making": Text(nb="Lager {what}", nn="Lagar {what}"),
    "doing_assess": Text(nb="Regner ut poeng og funn", nn="Reknar ut poeng og funn"),
    "doing_write": Text(nb="Skriver dokumentet", nn="Skriv dokumentet"),
    "doing_docx": Text(nb="Skriver Word", nn="Skriv Word"),
    "doing_pdf": Text(nb="Setter PDF", nn="Set PDF"),
    "doing_html": Text(nb="Skriver nettsiden", nn="Skriv nettsida"),
    "doing_md": Text(nb="Skriver teksten", nn="Skriv teksten"),
    "doing_xlsx": Text(nb="Skriver regnearket", nn="Skriv reknearket"),
    "doing_plan": Text(nb="Leter etter den beste planen", nn="Leitar etter den beste planen"),
    "job_wait": Text(
        nb="Du kan gå videre; fila ligger her når den er ferdig.",
        nn="Du kan gå vidare; fila ligg her når ho er ferdig.",
    ),
    "job_waiting": Text(nb="Venter på tur", nn="Ventar på tur"),
    "job_ready": Text(nb="Fila er ferdig.", nn="Fila er ferdig."),
    "job_failed": Text(nb="Fila kunne ikke lages.", nn="Fila kunne ikkje lagast."),
    "download": Text(nb="Last ned {name}", nn="Last ned {name}"),
    "no_job": Text(
        nb="Arbeidet finnes ikke lenger. Lag fila en gang til.",
        nn="Arbeidet finst ikkje lenger. Lag fila ein gong til.",
    ),
    "no_file": Text(
        nb="Fila er ikke ferdig, eller kunne ikke lages.",
        nn="Fila er ikkje ferdig, eller kunne ikkje lagast.",
    ),
    "progress": Text(nb="Framdrift", nn="Framdrift"),
    "back_to_order": Text(nb="Tilbake til bestillingen", nn="Tilbake til bestillinga"),
    "make_another": Text(nb="Lag en til", nn="Lag ein til"),
    "plan_head": Text(nb="Plan", nn="Plan"),
    "plan_lead": Text(
        nb="Uten mål gir planen flest poeng innenfor kapasiteten. Med mål når den dem med minst mulig arbeid.",
        nn="Utan mål gir planen flest poeng innanfor kapasiteten. Med mål når han dei med minst mogleg arbeid.",
    ),
    "periods": Text(nb="Antall halvår", nn="Talet på halvår"),
    "capacity": Text(nb="Månedsverk i hvert halvår", nn="Månadsverk i kvart halvår"),
    "capacity_hint": Text(
        nb="Hvor mye arbeid kommunen kan bruke på dette. En hel stilling er 6. Tomt er ingen grense.",
        nn="Kor mykje arbeid kommunen kan bruke på dette. Ei heil stilling er 6. Tomt er inga grense.",
    ),
    "plan_start": Text(nb="Begynner", nn="Byrjar"),
    "plan_start_hint": Text(
        nb="År og måned, for eksempel 2027-01.", nn="År og månad, til dømes 2027-01."
    ),
    "target": Text(nb="Mål for hele kommunen, i poeng", nn="Mål for heile kommunen, i poeng"),
    "area_goal": Text(nb="Mål for et område", nn="Mål for eit område"),
    "area_target": Text(nb="Poeng på området, av 100", nn="Poeng på området, av 100"),
    "no_area": Text(nb="ikke noe område", nn="ikkje noko område"),
    "steps_wanted": Text(nb="Velg steg selv", nn="Vel steg sjølv"),
    "must": Text(nb="skal med", nn="skal med"),
    "excluded": Text(nb="skal ikke med", nn="skal ikkje med"),
    "make_plan": Text(nb="Lag planen", nn="Lag planen"),
    "bad_periods": Text(
        nb="Skriv et helt tall fra 1 til {most}.", nn="Skriv eit heilt tal frå 1 til {most}."
    ),
    "bad_number": Text(nb="Skriv et tall fra 0 til {most}.", nn="Skriv eit tal frå 0 til {most}."),
    "no_capacity": Text(
        nb="Uten arbeid blir det ingen plan. Skriv mer enn 0.",
        nn="Utan arbeid blir det ingen plan. Skriv meir enn 0.",
    ),
    "bad_start": Text(
        nb="Skriv år og måned, ikke før svarene ({day}).",
        nn="Skriv år og månad, ikkje før svara ({day}).",
    ),
    "area_missing": Text(nb="Velg hvilket område målet gjelder.", nn="Vel kva område målet gjeld."),
    "both_ways": Text(
        nb="Samme steg kan ikke både være med og ikke: {steps}.",
        nn="Same steg kan ikkje både vere med og ikkje: {steps}.",
    ),
    "plan_must_mend": Text(
        nb="Dette må rettes før planen kan lages", nn="Dette må rettast før planen kan lagast"
    ),
    "report_must_mend": Text(
        nb="Dette må rettes før rapporten kan lages", nn="Dette må rettast før rapporten kan lagast"
    ),
    "status_head": Text(nb="Hvordan gikk planen?", nn="Korleis gjekk planen?"),
    "status_lead": Text(
        nb="Les fjorårets plan (.json) mot svarene som er her nå. Svarene avgjør hva som er gjort.",
        nn="Les planen frå i fjor (.json) mot svara som er her no. Svara avgjer kva som er gjort.",
    ),
    "plan_file": Text(nb="Planen, som plan.json", nn="Planen, som plan.json"),
    "read_plan": Text(nb="Les planen", nn="Les planen"),
    "adjust_head": Text(nb="Justeringer", nn="Justeringar"),
    "adjust_lead": Text(
        nb="En konsulent kan endre en vurdering eller et funn, med grunn og navn. Det reglene sier, står ved siden av.",
        nn="Ein konsulent kan endre ei vurdering eller eit funn, med grunn og namn. Det reglane seier, står ved sida av.",
    ),
    "adjust_rating": Text(nb="Endre en vurdering", nn="Endre ei vurdering"),
    "adjust_finding": Text(nb="Endre eller ta ut et funn", nn="Endre eller ta ut eit funn"),
    "question": Text(nb="Spørsmål", nn="Spørsmål"),
    "adjust_to": Text(nb="Ny vurdering, 0 til {most}", nn="Ny vurdering, 0 til {most}"),
    "adjust_text": Text(nb="Ny tekst", nn="Ny tekst"),
    "adjust_text_hint": Text(
        nb="Tom tekst tar funnet ut av rapporten.", nn="Tom tekst tek funnet ut av rapporten."
    ),
    "adjust_reason": Text(nb="Grunn", nn="Grunn"),
    "adjust_by": Text(nb="Navn", nn="Namn"),
    "adjust_save": Text(nb="Lagre justeringen", nn="Lagre justeringa"),
    "adjust_reason_missing": Text(nb="Skriv hvorfor.", nn="Skriv kvifor."),
    "adjust_by_missing": Text(nb="Skriv hvem som justerer.", nn="Skriv kven som justerer."),
    "question_missing": Text(nb="Velg et spørsmål.", nn="Vel eit spørsmål."),
    "dimension_missing": Text(nb="Velg hvilken del.", nn="Vel kva del."),
    "bad_rating": Text(
        nb="Skriv et helt tall fra 0 til 10.", nn="Skriv eit heilt tal frå 0 til 10."
    ),
    "no_finding": Text(
        nb="Funnet finnes ikke med svarene slik de er nå.",
        nn="Funnet finst ikkje med svara slik dei er no.",
    ),
    "no_adjustment": Text(
        nb="Justeringen finnes ikke lenger.", nn="Justeringa finst ikkje lenger."
    ),
    "taken_out": Text(nb="Tatt ut", nn="Teke ut"),
    "adjust_none": Text(nb="Ingenting er justert.", nn="Ingenting er justert."),
    "rules_say": Text(nb="Reglene sier", nn="Reglane seier"),
    "decided": Text(nb="Bestemt", nn="Avgjort"),
    "taken_back": Text(nb="Tatt tilbake", nn="Teke tilbake"),
    "finding_named": Text(nb="Funnet {id}", nn="Funnet {id}"),
    "adjust_change": Text(nb="Endre", nn="Endre"),
    "adjust_conflict": Text(
        nb="Her er det alt bestemt noe annet: {now} ({by}: {reason}). Ingenting er overskrevet. Lagre en gang til hvis ditt skal gjelde.",
        nn="Her er noko anna avgjort alt: {now} ({by}: {reason}). Ingenting er skrive over. Lagre ein gong til dersom ditt skal gjelde.",
    ),
    "adjust_conflict_gone": Text(
        nb="Noen har tatt tilbake justeringen i mellomtiden. Lagre en gang til hvis den skal gjelde likevel.",
        nn="Nokon har teke tilbake justeringa i mellomtida. Lagre ein gong til dersom ho skal gjelde likevel.",
    ),
    "take_back": Text(nb="Ta tilbake", nn="Ta tilbake"),
    "adjust_saved": Text(nb="Justeringene er lagret.", nn="Justeringane er lagra."),
    "adjust_must_mend": Text(
        nb="Dette må rettes før justeringen kan lagres",
        nn="Dette må rettast før justeringa kan lagrast",
    ),
}
