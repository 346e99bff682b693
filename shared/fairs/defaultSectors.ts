import type { Sector } from '#shared/document/records'
import type { SectorId } from '#shared/kernel/ids'

const sector = (id: string, code: string, tint: number, nl: string, fr: string, en: string): Sector => ({
  id: id as SectorId,
  code,
  tint,
  name: { nl, fr, en },
})

/**
 * The cooperative's trades, to start a fair with. Ids are fixed, so that plans carried from one fair to another agree on them;
 * codes are short forms of the Dutch or the international name, all different.
 */
export const DEFAULT_SECTORS: readonly Sector[] = [
  sector('performing-arts', 'POD', 0, 'Podiumkunsten', 'Arts de la scène', 'Performing arts'),
  sector('music', 'MUZ', 1, 'Muziek', 'Musique', 'Music'),
  sector(
    'audiovisual',
    'AV',
    2,
    'Audiovisueel, film en radio',
    'Audiovisuel, cinéma et radio',
    'Audiovisual, film and radio',
  ),
  sector(
    'stage-technique',
    'TEC',
    3,
    'Podium- en evenemententechniek',
    'Technique de scène et d’événement',
    'Stage and event technique',
  ),
  sector(
    'visual-arts',
    'ART',
    4,
    'Beeldende kunst en illustratie',
    'Arts plastiques et illustration',
    'Visual arts and illustration',
  ),
  sector('photography', 'FOT', 5, 'Fotografie', 'Photographie', 'Photography'),
  sector('graphic-design', 'GRA', 6, 'Grafisch ontwerp', 'Graphisme', 'Graphic design'),
  sector(
    'design-fashion-interior',
    'DES',
    7,
    'Design, mode en interieur',
    'Design, mode et intérieur',
    'Design, fashion and interior',
  ),
  sector(
    'architecture-heritage',
    'ARC',
    8,
    'Architectuur en erfgoed',
    'Architecture et patrimoine',
    'Architecture and heritage',
  ),
  sector('writing-press', 'PEN', 9, 'Schrijven, boek en pers', 'Écriture, livre et presse', 'Writing, books and press'),
  sector(
    'translation',
    'TRA',
    10,
    'Vertalen en tolken',
    'Traduction et interprétation',
    'Translation and interpreting',
  ),
  sector(
    'communication',
    'COM',
    11,
    'Communicatie, reclame en PR',
    'Communication, publicité et RP',
    'Communication, advertising and PR',
  ),
  sector('it-web', 'IT', 12, 'IT, web en games', 'IT, web et jeux vidéo', 'IT, web and games'),
  sector(
    'training',
    'EDU',
    13,
    'Opleiding en cultuureducatie',
    'Formation et éducation culturelle',
    'Training and cultural education',
  ),
  sector(
    'consulting',
    'ADV',
    14,
    'Advies en projectbeheer',
    'Conseil et gestion de projet',
    'Consulting and project management',
  ),
  sector('crafts', 'AMB', 15, 'Ambacht en maakwerk', 'Artisanat et métiers d’art', 'Crafts and making'),
  sector('events', 'EVE', 16, 'Evenementen', 'Événementiel', 'Events'),
  sector('food', 'HOR', 17, 'Catering en horeca', 'Restauration et traiteur', 'Catering and food'),
  sector('care-wellbeing', 'ZRG', 18, 'Zorg en welzijn', 'Soin et bien-être', 'Care and wellbeing'),
  sector('other', 'AND', 19, 'Andere', 'Autre', 'Other'),
]
