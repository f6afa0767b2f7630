/** Lets the page do something else: what follows is a task of its own. */
export function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume))
}
