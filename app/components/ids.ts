/** The ids by which one part of the screen finds another; apart, so that a page loads only the parts it shows. */
/** The filters, which buttons elsewhere open as a sheet. */
export const RAIL_ID = 'filters'
/** What was found. */
export const ANSWER_ID = 'answer'
/** The form to which the boxes of the rows belong. */
export const SELECTION_ID = 'selection'
export const SEARCH_ID = 'search'
/** What stands at the right of the head, which a button opens where there is no room. */
export const TOOLS_ID = 'tools'
