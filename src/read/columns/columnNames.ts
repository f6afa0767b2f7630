import { fold } from '../../model/fold'
import { MAPPED_FIELDS, type MappedField } from '../format'

/** Common names of columns, folded (fold.ts), the likeliest first, in several languages. */
const NAMES: Readonly<Record<MappedField, string>> = {
  date_start:
    'date start|start date|event date|date of event|incident date|date of incident|date occurred|occurred|date|start|day|when|when start|timestamp|datetime|date time|datum|tag|ereignisdatum|fecha|date de l evenement|data|дата|дата начала|дата події|tarix|baslama tarixi|tarih|ամսաթիվ',
  date_end:
    'date end|end date|end|when end|enddatum|bis|fecha fin|date de fin|дата окончания|bitme tarixi|bitis tarihi',
  year: 'year|jahr|ano|annee|anno|год|рік|il|yil|տարի',
  month: 'month|monat|mes|mois|mese|месяц|місяць|ay|ամիս',
  day: 'day|day of month|tag|dia|jour|giorno|день|число|gun|օր',
  time_start: 'time start|time|start time|hour|uhrzeit|zeit|hora|heure|ora|время|час|vaxt|saat|ժամ',
  place:
    'place|location|where|place name|ort|ortschaft|lugar|lieu|luogo|local|место|місце|yer|mekan|վայր|localite|localidad|localita|gemeinde|commune|municipio',
  areas:
    'area|areas|district|region|province|state|county|governorate|rayon|admin1|adm 1|adm1|bezirk|landkreis|kreis|gebiet|provinz|bundesland|bundesstaat|distrito|departamento|provincia|estado|region|departement|район|область|bolge|ilce|il|շրջան|մարզ',
  area_code: 'pcode|p code|adm2 pcode|admin2 pcode|adm1 pcode|admin1 pcode|admin2 code|admin1 code',
  settlements:
    'settlement|settlements|village|town|city|dorf|stadt|ville|ciudad|citta|населенный пункт|село|город|kend|koy|sehir|կոյ|գյուղ',
  lon: 'lon|long|lng|longitude|x|lange|laenge|langengrad|laengengrad|longitud|longitudine|долгота|довгота|uzunluq|boylam|երկայնություն',
  lat: 'lat|latitude|y|breite|breitengrad|latitud|latitudine|широта|enlik|enlem|լայնություն',
  position:
    'position|coordinates|coordinate|coords|geometry|geom|the geom|wkt|geojson|lat lon|lat long|latlon|latlong|gps|koordinaten|coordenadas|coordonnees|координаты|koordinatlar|կոորդինատներ',
  summary:
    'summary|description|notes|text|event|what|details|name|what happened|was geschah|beschreibung|vorfall|ereignis|descripcion|evento|evenement|описание|текст|событие|опис|tesvir|mezmun|aciklama|նկարագրություն|resume',
  kind: 'kind|type|event type|category|art|typ|kategorie|tipo|categorie|вид|тип|nov|tur|տեսակ|art des vorfalls|art des ereignisses|incident type|type of incident|type of event|type d incident|type d evenement|tipo de incidente|tipo de evento|вид события|тип события|тип инцидента',
  weapons: 'weapon|weapons|weapon type|waffe|waffen|arma|armas|arme|armes|оружие|зброя|silah|զենք',
  reported_by:
    'reported by|reporter|claimant|who reports|wer meldet|gemeldet von|reportado por|signale par|кто сообщил|bildiren|bildiren teref',
  accused_as_worded:
    'accused|accused as worded|perpetrator|actor|beschuldigt|beschuldigte|tater|taeter|mutmasslicher tater|mutmassliche tater|acusado|accuse|обвиняемый|ittiham olunan|alleged perpetrator|perpetrators|suspected perpetrator|responsible party|verantwortliche partei|verantwortlich|auteur presume|auteurs presumes|auteur|presunto autor|responsable|виновник',
  killed:
    'killed|deaths|dead|fatalities|tote|getotete|gefallene|muertos|morts|morti|убито|погибшие|погибло|olen|olu',
  wounded:
    'wounded|injured|verletzte|verwundete|heridos|blesses|feriti|ранено|раненые|yaralanan|yarali',
  publisher:
    'publisher|source|source name|media|outlet|quelle|medium|fuente|fonte|источник|джерело|menbe|kaynak|աղբյուր',
  title:
    'title|headline|source title|titel|uberschrift|titulo|titre|titolo|заголовок|basliq|baslik|վերնագիր',
  url: 'url|link|source url|source link|web|enlace|lien|adresse|ссылка|посилання|kecid|baglanti|հղում',
  published:
    'published|publication date|date published|veroffentlicht|fecha de publicacion|дата публикации',
  id: 'id|event id|number|no|nr|lfd nr|laufende nummer|nummer|num|numero|номер|№|n',
  note: 'note|remark|comment|anmerkung|bemerkung|kommentar|nota|remarque|примечание|qeyd|not|commentaire',
}

/** Folded words in names of columns of the country where something happened. */
const COUNTRY_WORDS = new Set([
  ...['country', 'iso', 'iso2', 'iso3', 'admin0', 'land', 'staat', 'pays', 'pais', 'paese'],
  ...['страна', 'країна', 'olke', 'ulke'],
])

const WANTED = MAPPED_FIELDS.map((field) => ({
  field,
  names: NAMES[field].split('|').map(fold),
}))

/** Whether the name of a column says that it has countries. */
export function isCountryColumn(name: string): boolean {
  return hasWord(name, COUNTRY_WORDS) || fold(name) === 'location code'
}

export function hasWord(name: string, words: ReadonlySet<string>): boolean {
  return fold(name)
    .split(' ')
    .some((word) => words.has(word))
}

/** A unit or a pattern after the name: `Date (mm/dd/yyyy)`. */
const BRACKETS = /\([^()]{0,40}\)$/

/**
 * Finds the column of each field by its name, besides those that are known. `fits` says whether the values of a column may be
 * those of a field: a column of another is passed over.
 */
export function findByName(
  header: readonly string[],
  known: Partial<Record<MappedField, string>>,
  fits: (field: MappedField, column: string) => boolean,
): Partial<Record<MappedField, string>> {
  const folded = header.map((name) => ({ name, folded: fold(name.replace(BRACKETS, '')) }))
  const found = { ...known }
  const taken = new Set<string>(Object.values(known))
  for (const { field, names } of WANTED) {
    if (found[field] !== undefined) continue
    for (const wanted of names) {
      const column = folded.find(
        (each) =>
          each.folded === wanted &&
          wanted !== '' &&
          !taken.has(each.name) &&
          fits(field, each.name),
      )
      if (!column) continue
      found[field] = column.name
      taken.add(column.name)
      break
    }
  }
  return found
}
