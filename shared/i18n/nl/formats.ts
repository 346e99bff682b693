import type { formats as source } from '../en/formats'
import type { Messages } from '../messages'

export const formats: Messages<typeof source> = {
  calendar: {
    cancelled: 'Geannuleerd: {{title}}',
    speakers: 'Met {{names}}',
    name: '{{fair}}: programma',
    description: 'Alles wat er te doen is op {{fair}}. Werkt zichzelf bij.',
  },
  remarks: {
    noTimeZone: 'Het bestand noemt geen tijdzone; de uren gelden als die van {{zone}}.',
    unknownTimeZone: 'De tijdzone in het bestand kennen we niet; de uren gelden als die van {{zone}}.',
    dateFromDay: 'Het bestand geeft alleen een uur; de datum is die van de dag waaronder het staat.',
    cancelledByTitle: 'Volgens de titel gaat het niet door; het komt binnen als geannuleerd.',
    roomGuidTwice: 'Twee zalen delen één identiteit; alleen de eerste houdt ze.',
    guidTwice:
      'Twee verschillende sessies delen één identiteit; ze komen allebei, de tweede met een identiteit die wij verzinnen.',
    idNotNumber: 'Dit zou een getal moeten zijn en is het niet; het komt zonder.',
    noDuration: 'Het bestand geeft geen duur; we nemen {{minutes}} minuten.',
    durationTooLong: 'Duurt langer dan {{hours}} uur, meer past er niet; we korten het in.',
    timeUnreadable: 'Datum of uur is onleesbaar; de sessie komt zonder plaats in het rooster.',
    textCut: 'De tekst is langer dan past; het einde ontbreekt.',
    languageUnknown: 'Dit is geen taal die we kennen; de sessie komt zonder taal.',
    severalTexts: 'De tekst staat er in meerdere talen; de Engelse komt mee, anders de eerste.',
    trackWithoutSector: 'Geen sector van de beurs heet zo; de sessie komt zonder sector.',
    kindUnknown: 'Dit type kennen we niet; het komt binnen als lezing.',
    personByName: 'De beurs kent iemand met deze naam; we nemen aan dat het dezelfde is.',
    personTwoNames: 'Eén identiteit met twee namen; we nemen de eerste.',
    stagesCreated: 'De beurs heeft geen podium met deze naam; we maken er een op een vrije plek van het plan.',
    hallCreated: 'De beurs heeft nog geen hal; we maken er een voor de podia.',
    encodingGuessed: 'Het bestand is geen UTF-8; we lezen het als Windows-1252. Kijk letters met accenten na.',
    eventWithoutTitle: 'Een sessie zonder titel valt weg: niemand zou ze herkennen.',
    notConfirmed: 'Volgens het bestand hoort dit niet (meer) bij het programma.',
    linkUnsafe: 'Een link die kwaad kan, valt weg.',
    urlUnreadable: 'Dit is geen adres dat ergens heen leidt; het valt weg.',
    personWithoutName: 'Een spreker zonder naam valt weg.',
    dateUnreadable: 'Dit is geen datum; ze valt weg.',
    carriedTooMuch:
      'Er staat meer in het bestand dan we naast de sessie kunnen bewaren: verdere links, of de tekst met zijn opmaak.',
    speakersTooMany: 'Alleen de eerste {{max}} sprekers komen mee.',
    rowIncomplete:
      'Deze regel heeft meer cellen dan de tabel kolommen, of een aanhalingsteken te weinig; wat geen plaats vindt, valt weg.',
    tooManyEvents: 'Alleen de eerste {{max}} sessies komen mee.',
    fieldUnknown: 'Voor dit veld hebben we geen plaats.',
  },
  refusals: {
    empty: 'Het bestand is leeg.',
    tooLarge: 'Het bestand is groter dan {{max}} MB.',
    encoding:
      'Volgens het bestand zijn de letters geschreven als “{{encoding}}”; dat klopt niet, of niemand kent die manier.',
    unknownFormat: 'Dit is geen schedule.xml, geen schedule.json en geen tabel (CSV).',
    notXml: 'Dit is geen correcte XML (regel {{line}}): {{problem}}',
    xmlEntities:
      'Het bestand declareert entiteiten of verwijst naar andere bestanden. Zulke bestanden openen we niet; bewaar het zonder DOCTYPE.',
    notSchedule: 'Dit is geen programma: het begint met “{{root}}” en niet met een schedule.',
    notJson: 'Dit is geen geldige JSON: {{problem}}',
    columnsMissing: 'De tabel heeft geen kolom met titels. Ze heeft wel: {{columns}}.',
    noEvents: 'Er staat geen sessie in het bestand.',
  },
}
