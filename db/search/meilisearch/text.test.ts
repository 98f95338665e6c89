import { describe, expect, it } from 'vitest'
import { buildSynonyms } from '../synonyms'
import { readText } from '../text'
import { firstWords, lengthOf, printSynonyms, printText, printWhole, WordBags, wholes } from './text'

const synonyms = buildSynonyms([
  { set: 1, kind: 'group', role: 'word', phrase: 'high availability' },
  { set: 1, kind: 'group', role: 'word', phrase: 'ha' },
  { set: 2, kind: 'group', role: 'word', phrase: 'competitive local exchange carrier' },
  { set: 2, kind: 'group', role: 'word', phrase: 'clec' },
])
const print = (q: string) => printText(readText(q, synonyms))

describe('texts for Meilisearch', () => {
  it.each([
    ['nothing', '&&&', ['']],
    ['words apart, the last unfinished', 'cluster server', ['cluster. server']],
    ['a word that forgives nothing, as typed', 'sun cluster', ['"sun". cluster']],
    ['a name with punctuation, together and in parts', 'mc/serviceguard cluster', ['mc serviceguard. cluster']],
    ['initials as one', 'at & t', ['att']],
    ['a phrase', '"silver fern" cluster', ['"þsilver þfern". cluster']],
    ['a synonym of several words together', 'high availability cluster', ['high availability. cluster']],
    [
      'a synonym of more words than the server puts together, as one',
      'competitive local exchange carrier x',
      ['competitivelocalexchangecarrier. x'],
    ],
    ['a minus is punctuation', 'cluster -server', ['cluster. server']],
    ['a word once', 'on on on on', ['"on". on']],
  ])('%s: %s', (_, q, printed) => expect(print(q)).toEqual(printed))

  it('asks for more words than the server looks at in parts, each word once and only the last unfinished', () => {
    const words = Array.from({ length: 25 }, (_, at) => `word${String.fromCharCode(97 + at)}`)
    const [first, ...others] = print(words.join(' '))
    expect(first).toMatch(/\. wordy$/)
    for (const other of others) expect(other).toMatch(/\. $/)
    const asked = [first, ...others].flatMap((part) => part.split('. ').filter(Boolean))
    expect(asked.toSorted()).toEqual(words.toSorted())
    for (const part of [first, ...others]) expect(part.split('. ').filter(Boolean).length).toBeLessThanOrEqual(10)
  })

  it('asks for a whole name as one word', () => {
    expect(printWhole(readText('Sun Micro', synonyms))).toBe('"ðsunmicro"')
    expect(wholes(['Sun Micro', 'S.U.N. Micro', 'Oracle'])).toBe('ðsunmicro. ðoracle')
  })

  it('tells the server each way to write a synonym', () => {
    expect(printSynonyms(synonyms)).toEqual({
      highavailability: ['þhigh þavailability', 'ha'],
      'high availability': ['þhigh þavailability', 'ha'],
      ha: ['þhigh þavailability', 'ha'],
      competitivelocalexchangecarrier: ['þcompetitive þlocal þexchange þcarrier', 'clec'],
      clec: ['þcompetitive þlocal þexchange þcarrier', 'clec'],
    })
  })

  it('keeps words once, codes and phrases apart', () => {
    const bags = new WordBags()
    expect(bags.bag(['The MC/ServiceGuard for RS/6000', 'the end'], 'texts')).toBe('the. mc. serviceguard. mcserviceguard. for. rs. end')
    expect(bags.bag(['Blue Fern'], 'names')).toBe('blue. fern')
    expect(bags.codes).toBe('6000. rs6000')
    expect(bags.namePhrases).toEqual(['þblue þfern'])
    expect(bags.phrases).toEqual(['þthe þmc þserviceguard þfor þrs þ6000', 'þthe þmcserviceguard þfor þrs6000', 'þthe þend'])
  })

  it('knows how a name starts and how long it is', () => {
    expect(firstWords('MC/ServiceGuard Cluster')).toBe('mc. mcserviceguard')
    expect(lengthOf('Sun Micro')).toBeLessThan(lengthOf('Sun Microsystems'))
  })
})
