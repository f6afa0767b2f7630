import { defineConfig } from 'vite'
import { messages } from './scripts/messages.mjs'

/** The command line as one file for Node, beside the site's folder: `dist/` holds nothing but the site. */
export default defineConfig({
  plugins: [messages()],
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
