/** A dash for the eye where there is no report, and words for those who listen. */
export function NoReports({ words }: { readonly words: string }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="visually-hidden">{words}</span>
    </>
  )
}
