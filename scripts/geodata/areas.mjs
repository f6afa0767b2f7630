/**
 * The areas of the map, by Natural Earth's `adm1_code`: the only field of that file that is
 * reliable. Some of its names are wrong (AZE-1735 is called "Lankaran" but is Lachin; AZE-1739 and
 * AZE-4838 carry each other's name), others are old (Xanlar is Goygol). The id is a slug of the
 * English name and part of the site's links: never change one.
 */

/** Drawn first and fitted in the first view: the districts the project began with. */
const FOCUS = new Set(['shusha', 'aghdam', 'kalbajar', 'lachin'])

/** [id, English name, adm1_codes to join into one area] */
const DISTRICTS = [
  ['aghstafa', 'Aghstafa', 'AZE-1676'],
  ['dashkasan', 'Dashkasan', 'AZE-1677'],
  ['gadabay', 'Gadabay', 'AZE-1678'],
  ['goygol', 'Goygol', 'AZE-1680'],
  ['goranboy', 'Goranboy', 'AZE-1681'],
  ['kalbajar', 'Kalbajar', 'AZE-1682'],
  ['gazakh', 'Gazakh', 'AZE-1684'],
  ['shamkir', 'Shamkir', 'AZE-1685'],
  ['samukh', 'Samukh', 'AZE-1686'],
  ['tovuz', 'Tovuz', 'AZE-1687'],
  ['yevlakh', 'Yevlakh', 'AZE-1688'],
  ['absheron', 'Absheron', 'AZE-1690'],
  ['aghdam', 'Aghdam', 'AZE-1691'],
  ['aghdash', 'Aghdash', 'AZE-1692'],
  ['aghsu', 'Aghsu', 'AZE-1693'],
  ['hajigabul', 'Hajigabul', 'AZE-1694'],
  ['astara', 'Astara', 'AZE-1695'],
  ['barda', 'Barda', 'AZE-1696'],
  ['beylagan', 'Beylagan', 'AZE-1697'],
  ['bilasuvar', 'Bilasuvar', 'AZE-1698'],
  ['jabrayil', 'Jabrayil', 'AZE-1699'],
  ['jalilabad', 'Jalilabad', 'AZE-1700'],
  ['shabran', 'Shabran', 'AZE-1701'],
  ['fuzuli', 'Fuzuli', 'AZE-1702'],
  ['goychay', 'Goychay', 'AZE-1703'],
  ['imishli', 'Imishli', 'AZE-1704'],
  ['ismayilli', 'Ismayilli', 'AZE-1705'],
  ['kurdamir', 'Kurdamir', 'AZE-1706'],
  ['lankaran', 'Lankaran', 'AZE-1707'],
  ['masally', 'Masally', 'AZE-1708'],
  ['lerik', 'Lerik', 'AZE-1709'],
  ['neftchala', 'Neftchala', 'AZE-1710'],
  ['gobustan', 'Gobustan', 'AZE-1711'],
  ['siyazan', 'Siyazan', 'AZE-1712'],
  ['saatly', 'Saatly', 'AZE-1713'],
  ['sabirabad', 'Sabirabad', 'AZE-1714'],
  ['salyan', 'Salyan', 'AZE-1715'],
  ['shamakhi', 'Shamakhi', 'AZE-1716'],
  ['ujar', 'Ujar', 'AZE-1718'],
  ['khizi', 'Khizi', 'AZE-1719'],
  ['yardimli', 'Yardimli', 'AZE-1720'],
  ['zardab', 'Zardab', 'AZE-1721'],
  ['aghjabadi', 'Aghjabadi', 'AZE-1722'],
  ['balakan', 'Balakan', 'AZE-1723'],
  ['gabala', 'Gabala', 'AZE-1724'],
  ['oghuz', 'Oghuz', 'AZE-1725'],
  ['gakh', 'Gakh', 'AZE-1726'],
  ['shaki', 'Shaki', 'AZE-1727'],
  ['guba', 'Guba', 'AZE-1728'],
  ['gusar', 'Gusar', 'AZE-1729'],
  ['khachmaz', 'Khachmaz', 'AZE-1730'],
  ['zagatala', 'Zagatala', 'AZE-1731'],
  ['khojavend', 'Khojavend', 'AZE-1734'],
  ['lachin', 'Lachin', 'AZE-1735'],
  ['gubadli', 'Gubadli', 'AZE-1736'],
  ['shusha', 'Shusha', 'AZE-1737', 'AZE-5565'],
  ['tartar', 'Tartar', 'AZE-1738'],
  ['khojaly', 'Khojaly', 'AZE-1739'],
  ['zangilan', 'Zangilan', 'AZE-1740'],
  ['sadarak', 'Sadarak', 'AZE-2415'],
  ['ordubad', 'Ordubad', 'AZE-2418'],
  ['sharur', 'Sharur', 'AZE-2419'],
  ['babek', 'Babek', 'AZE-2420'],
  ['julfa', 'Julfa', 'AZE-2421'],
  ['shahbuz', 'Shahbuz', 'AZE-2423'],
  ['kangarli', 'Kangarli', 'AZE-5567'],
]

/** Cities of republican rank. If a district has the same name, the id ends in "city". */
const CITIES = [
  ['ganja', 'Ganja', 'AZE-1679'],
  ['mingachevir', 'Mingachevir', 'AZE-1683'],
  ['baku', 'Baku', 'AZE-1689'],
  ['sumgayit', 'Sumgayit', 'AZE-1717'],
  ['nakhchivan', 'Nakhchivan', 'AZE-2422'],
  ['khankendi', 'Khankendi', 'AZE-4838'],
  ['naftalan', 'Naftalan', 'AZE-5561'],
  ['lankaran-city', 'Lankaran city', 'AZE-5562'],
  ['shirvan', 'Shirvan', 'AZE-5563'],
  ['shaki-city', 'Shaki city', 'AZE-5564'],
  ['yevlakh-city', 'Yevlakh city', 'AZE-5566'],
]

/** Provinces of Armenia along the border that reports name. */
const PROVINCES = [
  ['tavush', 'Tavush', 'ARM-1670'],
  ['ararat', 'Ararat', 'ARM-1671'],
  ['gegharkunik', 'Gegharkunik', 'ARM-1672'],
  ['syunik', 'Syunik', 'ARM-1732'],
  ['vayots-dzor', 'Vayots Dzor', 'ARM-1733'],
]

/** Every area: `{id, name, kind, codes, focus}` with one or more adm1_codes in `codes`. */
export const AREAS = [
  ...rows('district', DISTRICTS),
  ...rows('city', CITIES),
  ...rows('province', PROVINCES),
]

/** adm1_code -> area */
export const AREA_BY_CODE = new Map(AREAS.flatMap((area) => area.codes.map((code) => [code, area])))

function rows(kind, table) {
  return table.map(([id, name, ...codes]) => ({ id, name, kind, codes, focus: FOCUS.has(id) }))
}
