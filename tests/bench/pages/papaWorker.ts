import Papa from 'papaparse'

/** Reads a file as Papa Parse does, in pieces, and answers with the number of its rows. */
addEventListener('message', ({ data }: MessageEvent<File>) => {
  let rows = 0
  Papa.parse<string[], File>(data, {
    delimiter: ',',
    step: () => {
      rows++
    },
    complete: () => postMessage(rows),
  })
})
