/** Citation.js 0.8 has no types of its own. This is the call of it that the tests use. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(text: string, options: { readonly generateGraph: false }): Record<string, unknown>[]
    }
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
