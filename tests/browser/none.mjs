// The one assertion of these tests: nothing was found.

const SHOWN = 20

/** Fails with the list of what was found, shortened, and without a stack, which would only name this file. */
export function none(found) {
  if (found.length === 0) return
  const more = found.length > SHOWN ? `\n… and ${found.length - SHOWN} more` : ''
  const error = new Error(`${found.length} found\n${found.slice(0, SHOWN).join('\n')}${more}`)
  error.stack = error.message
  throw error
}
