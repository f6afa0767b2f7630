import { strToU8, zipSync } from 'fflate'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A workbook (XLSX) of one sheet, with the texts of some cells in order, by their addresses. */
export function workbook(cells: readonly (readonly [address: string, text: string])[]): Blob {
  const rowOf = (address: string) => address.replace(/^[A-Z]+/, '')
  const data = [...new Set(cells.map(([address]) => rowOf(address)))].map((row) => {
    const own = cells.filter(([address]) => rowOf(address) === row)
    const inside = own.map(([at, text]) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`)
    return `<row r="${row}">${inside.join('')}</row>`
  })
  const link = (type: string, target: string) =>
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`
  const parts = {
    '_rels/.rels': link('officeDocument', 'xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': link('worksheet', 'worksheets/sheet1.xml'),
    'xl/workbook.xml': `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SPREADSHEET}"><sheetData>${data.join('')}</sheetData></worksheet>`,
  }
  const packed = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])
  return new Blob([zipSync(Object.fromEntries(packed)) as BlobPart])
}
