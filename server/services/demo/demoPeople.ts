/** Made-up speakers. `exhibitor`: the demo exhibitor of that name, at whose booth they stand. */
export interface DemoPerson {
  id: string
  name: string
  biography: { nl: string; fr: string; en: string }
  exhibitor: string | null
}

const person = (
  id: string,
  name: string,
  [nl, fr, en]: readonly [string, string, string],
  exhibitor: string | null = null,
): DemoPerson => ({ id: `person-${id}`, name, biography: { nl, fr, en }, exhibitor })

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('amal', 'Amal Verstraeten', ['Coördinator van de beurs', 'Coordinatrice du salon', 'Coordinator of the fair']),
  person('birgit', 'Birgit Lemmens', [
    'Begeleidt vennoten in Gent',
    'Accompagne des sociétaires à Gand',
    'Advises members in Ghent',
  ]),
  person('cyriel', 'Cyriel Dumoulin', [
    'Bestuurder van de coöperatie',
    'Administrateur de la coopérative',
    'Director of the cooperative',
  ]),
  person('dalila', 'Dalila Benhaddou', [
    'Onderzoekt hoe freelancers samenwerken',
    'Étudie la collaboration entre freelances',
    'Studies how freelancers work together',
  ]),
  person(
    'marthe',
    'Marthe Olielamp',
    ['Maakt radio sinds de cassette', 'Fait de la radio depuis la cassette', 'Has made radio since the cassette'],
    'Lanterne Douze',
  ),
  person(
    'jasper',
    'Jasper Kneuterdijk',
    ['Geluidsman en verteller', 'Ingénieur du son et conteur', 'Sound engineer and storyteller'],
    'Lanterne Douze',
  ),
  person(
    'gwen',
    'Gwen Letterdoos',
    [
      'Tekent letters voor winkels en boeken',
      'Dessine des lettres pour vitrines et livres',
      'Draws letters for shops and books',
    ],
    'Gwen Letterdoos',
  ),
  person(
    'tine',
    'Tine Ademruimte',
    [
      'Ademcoach voor wie te veel werkt',
      'Coach en respiration pour qui travaille trop',
      'Breath coach for those who work too much',
    ],
    'Tine Ademruimte',
  ),
  person(
    'ruben',
    'Ruben Kladpapier',
    ['Uitgever van dunne boeken', 'Éditeur de livres minces', 'Publisher of thin books'],
    'Uitgeverij Kladblok',
  ),
  person('safia', 'Safia Motjuste', [
    'Schrijft, schrapt en herschrijft',
    'Écrit, rature et réécrit',
    'Writes, strikes out and writes again',
  ]),
  person(
    'wannes',
    'Wannes Puntkomma',
    ['Bouwt websites die blijven werken', 'Construit des sites qui durent', 'Builds websites that last'],
    'Puntkomma Werkt',
  ),
  person(
    'elodie',
    'Élodie Passerelle',
    [
      'Tolk Frans, Nederlands en gebarentaal',
      'Interprète français, néerlandais et langue des signes',
      'Interpreter of French, Dutch and sign language',
    ],
    'Vier Talen Verder',
  ),
  person(
    'koen',
    'Koen Zaagsel',
    ['Meubelmaker en lesgever', 'Ébéniste et formateur', 'Cabinet maker and teacher'],
    'De Gouden Els',
  ),
  person(
    'nour',
    'Nour Contrejour',
    ['Fotografeert werkplaatsen bij nacht', 'Photographie les ateliers la nuit', 'Photographs workshops at night'],
    'Chambre Claire Huit',
  ),
  person(
    'piet',
    'Piet Vlotter',
    ['Trekt al dertig jaar doeken op', 'Hisse des toiles depuis trente ans', 'Has hoisted canvas for thirty years'],
    'Trek & Takel',
  ),
  person(
    'leonie',
    'Léonie Tréteau',
    [
      'Regisseur van het kleinste theater',
      'Metteuse en scène du plus petit théâtre',
      'Director of the smallest theatre',
    ],
    'Collectif Plume & Planche',
  ),
  person(
    'hasan',
    'Hasan Soepkom',
    ['Kookt voor honderd met één pan', 'Cuisine pour cent avec une casserole', 'Cooks for a hundred with one pan'],
    'Cantine Boussole',
  ),
  person(
    'ines',
    'Inès Morgenster',
    ['Architect van verbouwingen', 'Architecte de transformations', 'Architect of conversions'],
    'Huis van Morgenland',
  ),
  person('lukas', 'Lukas Feierabend', ['Vennoot in Berlijn', 'Sociétaire à Berlin', 'Member in Berlin']),
  person('chiara', 'Chiara Piazzetta', ['Vennoot in Turijn', 'Sociétaire à Turin', 'Member in Turin']),
  person('astrid', 'Astrid Sommarljus', ['Vennoot in Göteborg', 'Sociétaire à Göteborg', 'Member in Gothenburg']),
  person('pilar', 'Pilar Sobremesa', ['Vennoot in Barcelona', 'Sociétaire à Barcelone', 'Member in Barcelona']),
  person(
    'tom',
    'Tom Luidspreker',
    [
      'Schrijft campagnes zonder uitroeptekens',
      'Écrit des campagnes sans points d’exclamation',
      'Writes campaigns without exclamation marks',
    ],
    'Haut Parloir',
  ),
  person(
    'roos',
    'Roos Restjens',
    ['Ontwerpt kleren uit reststof', 'Crée des vêtements à partir de chutes', 'Designs clothes from offcuts'],
    'Restje & Rest',
  ),
  person(
    'bert',
    'Bert Koperblazer',
    ['Trombone en afterworks', 'Trombone et afterworks', 'Trombone and afterworks'],
    'De Derde Trombone',
  ),
  person(
    'fatou',
    'Fatou Tableau',
    ['Leidt lesgevers op', 'Forme des formateurs', 'Trains trainers'],
    'La Classe Verte Pomme',
  ),
]
