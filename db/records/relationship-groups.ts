/** What a relationship is about, from either end, so that a page can put what belongs together under one heading. */

export const RELATIONSHIP_GROUPS = ['sold-by', 'sells', 'owners', 'supply', 'partners', 'competitors', 'others'] as const

export type RelationshipGroup = (typeof RELATIONSHIP_GROUPS)[number]

interface Ends {
  /** For the organization whose file has the type. */
  here: RelationshipGroup
  /** For the other one. */
  there: RelationshipGroup
}

const both = (group: RelationshipGroup): Ends => ({ here: group, there: group })
const SOLD_BY: Ends = { here: 'sold-by', there: 'sells' }
const SELLS: Ends = { here: 'sells', there: 'sold-by' }

const ENDS: Readonly<Record<string, Ends>> = {
  'resold-by': SOLD_BY,
  'distributed-by': SOLD_BY,
  resells: SELLS,
  distributes: SELLS,
  integrates: SELLS,
  'parent-of': both('owners'),
  'subsidiary-of': both('owners'),
  acquired: both('owners'),
  'acquired-by': both('owners'),
  'merged-with': both('owners'),
  'spun-off-from': both('owners'),
  'renamed-to': both('owners'),
  'renamed-from': both('owners'),
  'investor-in': both('owners'),
  'invested-in-by': both('owners'),
  'joint-venture-of': both('owners'),
  'joint-venture-parent-of': both('owners'),
  'oem-supplier-to': both('supply'),
  'oem-customer-of': both('supply'),
  'customer-of': both('supply'),
  'supplier-to': both('supply'),
  'licenses-to': both('supply'),
  'licensed-from': both('supply'),
  'technology-partner': both('partners'),
  'competes-with': both('competitors'),
}

/** A type that only a pack of one's own has is among the others. */
export const groupsOf = (type: string): Ends => ENDS[type] ?? both('others')
