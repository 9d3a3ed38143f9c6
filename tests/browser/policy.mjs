// What every page of a report promises, in one place for all the tests.

/** The content security policy that each page carries, to the letter. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

/** A laptop window at 400 %, a narrow telephone and a common laptop window, in CSS pixels. */
export const WIDTHS = [320, 360, 1280]

/** Parts that only a script can make useful; they may be missing without one. */
export const SCRIPT_ONLY = '[data-script]'
