/** The package has no types of its own. */
declare module 'polylabel' {
  type Point = [x: number, y: number] & { readonly distance: number }
  /** The point farthest from the outline; `distance` is 0 or less where nothing is enclosed. */
  function polylabel(polygon: number[][][], precision?: number): Point

  export { polylabel as default }
}
