/** What the glossary calls each kind of term. */
import type { ExplainedName } from '@/db/market/glossary-terms'

export const GLOSSARY_WORDS: { readonly [name in ExplainedName]: { title: string; lead: string } } = {
  hal: {
    title: 'High availability levels',
    lead: 'How far a system goes to stay available, as the report grades it from one server by itself to clusters at several sites.',
  },
  tier: {
    title: 'Tiers',
    lead: 'How large a company is. The report names supplier tiers 0 to 3 without defining them; the rule here is the directory’s own.',
  },
  segment: { title: 'Segments', lead: 'What is sold, in two levels: a group and what is in it.' },
  os: { title: 'Operating systems', lead: 'What a product runs on, in two levels: a family and its systems.' },
  role: { title: 'Roles', lead: 'What a company does on the way from the maker to the end user; it may have several.' },
  category: { title: 'The report’s lists', lead: 'The lists of vendors and channel companies that the report prints, kept one to one.' },
}
