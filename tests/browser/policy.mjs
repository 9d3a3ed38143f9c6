// What every page of a report promises, in one place for all the tests.

/** The content security policy that each page carries, to the letter. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

/** A laptop window at 400 %, a narrow telephone and a common laptop window, in CSS pixels. */
export const WIDTHS = [320, 360, 1280]

/** Parts that only a script can make useful; they may be missing without one. */
export const SCRIPT_ONLY = '[data-script]'

/** The looks that a reader chooses (`theme`) or the system asks for. */
export const LOOKS = {
  'light colours': {},
  'dark colours': { colorScheme: 'dark' },
  'the theme of high contrast': { theme: 'contrast' },
  'more contrast': { contrast: 'more' },
  'more contrast in the dark': { contrast: 'more', colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
}

/** The report on one page: it has the parts of all other pages, so that axe, which takes a minute for it, reads it once. */
export const WHOLE = 'report.html'

/** What is left of a sheet between the margins of the print style, in CSS pixels. */
export const SHEETS = {
  A4: { width: Math.floor(((210 - 32) / 25.4) * 96), height: Math.floor(((297 - 36) / 25.4) * 96) },
  Letter: { width: Math.floor(((215.9 - 32) / 25.4) * 96), height: Math.floor(((279.4 - 36) / 25.4) * 96) },
}
