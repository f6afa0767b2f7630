import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { messages } from './scripts/messages.mjs'

const NO_FETCH = fileURLToPath(new URL('scripts/noFetch.mjs', import.meta.url))

/** The command line as one file for Node, beside the site's folder: `dist/` holds nothing but the site. */
export default defineConfig({
  plugins: [messages()],
  resolve: { alias: { 'node-fetch': NO_FETCH, 'sync-fetch': NO_FETCH } },
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/contactline.ts',
    outDir: 'dist-cli',
    target: 'node20.19',
    rolldownOptions: {
      output: { entryFileNames: 'contactline.mjs', codeSplitting: false },
    },
  },
})
