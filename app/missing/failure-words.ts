/** What is said of a page that could not be made, with a script and without one. */
export const FAILED = 'This page could not be made'
export const MEANS =
  'Something failed while Tierbook read the directory. Nothing you stored is lost, and the address above still stands for what you asked.'
export const TERMINAL = 'Try again. If it fails again, the terminal in which Tierbook runs says what happened and what to do'
