/** Citation.js 0.8 has no types of its own. These are the calls of it that are used. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly output: {
      format(
        format: 'biblatex',
        items: readonly object[],
        options: { readonly format: 'object' },
      ): { type: string; label: string; properties: Record<string, string> }[]
      format(
        format: 'ris',
        items: readonly object[],
        options: { readonly format: 'object' },
      ): Record<string, string | string[]>[]
    }
    readonly input: {
      chain(text: string, options: { readonly generateGraph: false }): Record<string, unknown>[]
    }
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
