import { describe, expect, it, onTestFinished } from 'vitest'
import { load } from '../load'
import { type DatabaseFile, openDatabaseFile } from '../sqlite'
import { organization, organizations, temporaryFolder, VOCABULARY, writePack } from './small-pack.test-helper'

function loaded() {
  const folder = temporaryFolder()
  const database = openDatabaseFile(folder)
  onTestFinished(() => database.close())
  const product = (name: string) => ({ name, segment: 'software/clustering', os: ['linux'], summary: 'S', sources: ['s1'] })
  const entry = (slug: string) =>
    organization(slug, {
      aliases: [`${slug} one`, `${slug} two`],
      os: ['solaris'],
      management: [{ name: 'Ann', title: 'CEO', source: 's1' }],
      products: [product('Alpha')],
    })
  const pack = writePack({ ...VOCABULARY, ...organizations(entry('acme'), entry('bolt'), entry('cord')) })
  load(database, [pack])
  return { database, folder, pack, entry }
}

/** The organizations that changed while something was done, in the order they did. */
function changedBy({ sqlite }: DatabaseFile, work: () => void): unknown[] {
  const last = sqlite.prepare('SELECT max(seq) FROM changes').pluck().get()
  work()
  return sqlite.prepare('SELECT organization_id FROM changes WHERE seq > ? ORDER BY seq').pluck().all(last)
}

describe('changes', () => {
  it('hold each organization once after a load', () => {
    const { database } = loaded()
    expect(database.sqlite.prepare('SELECT organization_id FROM changes ORDER BY seq').pluck().all()).toEqual([1, 2, 3])
  })

  it.each([
    ['a name changes', "UPDATE organizations SET name = 'New' WHERE id = 2", [2]],
    [
      'an organization is added',
      "INSERT INTO organizations (id, slug, name, pack, fingerprint, tier_estimated, tier_reason, product_count, in_report) VALUES (9, 'x', 'X', '', '', 0, '', 0, 0)",
      [9],
    ],
    ['an organization goes', 'DELETE FROM organizations WHERE id = 1', [1]],
    ['an alias comes', "INSERT INTO aliases VALUES (3, 9, 'C')", [3]],
    ['an alias changes', "UPDATE aliases SET name = 'C' WHERE organization_id = 3", [3]],
    ['an alias goes', 'DELETE FROM aliases WHERE organization_id = 3', [3]],
    [
      'an alias moves to another',
      'UPDATE aliases SET organization_id = 1, position = 7 WHERE organization_id = 2 AND position = 0',
      [1, 2],
    ],
    ['a role comes', "INSERT INTO organization_terms VALUES (2, 'role', 'var', 9)", [2]],
    ['an OS goes', "DELETE FROM organization_terms WHERE organization_id = 2 AND kind = 'os'", [2]],
    ['a person changes', "UPDATE people SET name = 'Bob' WHERE organization_id = 1", [1]],
    ['a product changes', "UPDATE products SET summary = 'T' WHERE organization_id = 1", [1]],
    ['a product goes', 'DELETE FROM products WHERE organization_id = 1', [1]],
    ['a product’s OS comes', "INSERT INTO product_os SELECT id, 5, 'solaris' FROM products WHERE organization_id = 2", [2]],
    ['a product’s OS goes', 'DELETE FROM product_os WHERE product_id IN (SELECT id FROM products WHERE organization_id = 2)', [2]],
    ['a row is replaced', "INSERT OR REPLACE INTO aliases VALUES (3, 0, 'C')", [3]],
    ['a row is put in unless it is there', "INSERT OR IGNORE INTO aliases VALUES (3, 9, 'C')", [3]],
    ['nothing is changed', "UPDATE organizations SET name = 'New' WHERE id = 99", []],
  ])('name the organization when %s', (_, sql, expected) => {
    const { database } = loaded()
    const found = changedBy(database, () => database.sqlite.exec(sql))
    expect([...found].sort()).toEqual(expected)
  })

  it('are written by a process that knows nothing of Tierbook', () => {
    const { database, folder } = loaded()
    const other = openDatabaseFile(folder)
    expect(changedBy(database, () => other.sqlite.exec("UPDATE people SET name = 'Zoe' WHERE organization_id = 2"))).toEqual([2])
    other.close()
  })

  it('name what a second load wrote and nothing else', () => {
    const { database, pack, entry } = loaded()
    writePack(organizations({ ...entry('bolt'), legalName: 'Bolt Incorporated' }), pack)
    expect(changedBy(database, () => load(database))).toEqual([2])
  })
})

describe('the vocabulary’s fingerprint', () => {
  it('changes with synonyms and labels, not with organizations', () => {
    const { database, pack, entry } = loaded()
    const fingerprint = () => database.sqlite.prepare("SELECT value FROM settings WHERE key = 'vocabulary'").pluck().get()
    const first = fingerprint()
    writePack(organizations({ ...entry('bolt'), legalName: 'Bolt Incorporated' }), pack)
    load(database)
    expect(fingerprint()).toBe(first)
    writePack({ 'synonyms.yaml': { groups: [['san', 'storage area network']], oneWay: [] } }, pack)
    load(database)
    expect(fingerprint()).not.toBe(first)
  })
})
