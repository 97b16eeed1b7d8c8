/**
 * Scenes not yet seen to pass from end to end: they run, are reported as to do, and do not fail the suite.
 * Each leaves this list once its page or its telling is mended; a new scene never enters it.
 */
export const unsettled: ReadonlySet<string> = new Set([
  'a request goes its whole life through the pages, each step by the person whose turn it is',
  'a time limit is extended once, by those above',
  'on a shared phone nothing typed is left once somebody signs out',
  'Chinese words, a number and a place find a matter',
  'a figure of the board opens the list behind it, of that many',
  'whoever has nothing to do is told so',
  'an auditor reads every record and may change none',
  'a desk is worked by keyboard alone: from To do to a step taken',
  'desk: every page is clean for axe and fits a narrow phone',
  'the dispatcher’s step and new-matter form, and the lead’s board',
])
