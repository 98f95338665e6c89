'use client'
/** A company or product read beside the table: who it is, its tier and why, products, whom it works with. */
import { type ReactNode, useEffect, useState } from 'react'
import type { Collection, Question } from '@/db/question'
import type { OrganizationRecord } from '@/db/records/organization'
import type { ProductRecord } from '@/db/records/product'
import { fetchJson } from './fetch-json'
import { entryAddress } from './place'
import { TierBadge } from './TierBadge'

interface PeekProps {
  collection: Collection
  /** The key of its row. */
  entry: string
  question: Question
  onClose: () => void
}

type Read = { key: string } & (
  | { kind: 'organization'; record: OrganizationRecord }
  | { kind: 'product'; record: ProductRecord }
  | { kind: 'failure'; message: string }
)

/** How many products and partners are named before the rest is a number. */
const MOST = 8

export default function Peek({ collection, entry: key, question, onClose }: PeekProps) {
  const [read, setRead] = useState<Read | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    const asked = `/api/${collection}/${key}`
    const fail = (error: Error) => {
      if (!controller.signal.aborted) setRead({ key, kind: 'failure', message: error.message })
    }
    if (collection === 'organizations') {
      fetchJson<OrganizationRecord>(asked, controller.signal).then((record) => setRead({ key, kind: 'organization', record }), fail)
    } else fetchJson<ProductRecord>(asked, controller.signal).then((record) => setRead({ key, kind: 'product', record }), fail)
    return () => controller.abort()
  }, [collection, key])
  return (
    <aside className="peek" aria-label="Peek" aria-busy={read?.key !== key}>
      <button type="button" className="peek-close" onClick={onClose}>
        Close <span className="key">esc</span>
      </button>
      {read === null && <p className="text-ink-3">Reading …</p>}
      {read?.kind === 'failure' && <p role="alert">{read.message}</p>}
      {read?.kind === 'organization' && <Organization record={read.record} question={question} />}
      {read?.kind === 'product' && <Product record={read.record} question={question} />}
      <p role="status" className="sr-only">
        {read !== null && read.kind !== 'failure' && `Peek: ${read.record.name}`}
      </p>
    </aside>
  )
}

function Organization({ record, question }: { record: OrganizationRecord; question: Question }) {
  const { name, roles, tier, headquarters, founded, employees, overview, products, relationships } = record
  const place = headquarters && [headquarters.city, headquarters.regionName, headquarters.countryName].filter(Boolean).join(', ')
  return (
    <>
      <h2>{name}</h2>
      <p className="peek-line">
        {[roles.map((role) => role.label).join(', '), place, founded && `founded ${founded.year}`].filter(Boolean).join(' · ')}
      </p>
      <p className="peek-tier">
        <TierBadge tier={tier.tier} estimated={tier.estimated} /> <span>{tier.reason}</span>
      </p>
      {employees && (
        <p className="peek-line">
          {employees.count.toLocaleString('en-US')} employees{employees.asOf !== null && `, ${employees.asOf}`}
        </p>
      )}
      {overview ? <p className="peek-text">{overview.text}</p> : <p className="peek-line">No overview: nobody described it yet.</p>}
      <Names title="Products" total={products.length}>
        {products.slice(0, MOST).map(({ url, name: product, segment }) => (
          <li key={url}>
            <a href={url}>{product}</a> <span>{segment.label}</span>
          </li>
        ))}
      </Names>
      <Names title="Who it works with" total={relationships.length}>
        {relationships.slice(0, MOST).map(({ words, party }) => (
          <li key={`${words} ${party.name}`}>
            <span>{words}</span> {party.url === null ? party.name : <a href={party.url}>{party.name}</a>}
          </li>
        ))}
      </Names>
      <Open url={entryAddress(record.url, question)} />
    </>
  )
}

function Product({ record, question }: { record: ProductRecord; question: Question }) {
  const { name, supplier, segment, os, hal, summary, features, siblings } = record
  return (
    <>
      <h2>{name}</h2>
      <p className="peek-line">
        <a href={supplier.url}>{supplier.name}</a> · {[segment.label, hal && `HAL ${hal.value}`].filter(Boolean).join(' · ')}
      </p>
      <p className="peek-tier">
        <TierBadge tier={supplier.tier.tier} estimated={supplier.tier.estimated} /> <span>{supplier.tier.reason}</span>
      </p>
      {os.length > 0 && <p className="peek-line">Runs on {os.map((system) => system.label).join(', ')}</p>}
      {summary ? <p className="peek-text">{summary}</p> : <p className="peek-line">What it does is not known.</p>}
      <Names title="Features" total={features.length}>
        {features.slice(0, MOST).map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </Names>
      <Names title={`Also of ${supplier.name}`} total={siblings.length}>
        {siblings.slice(0, MOST).map(({ url, name: sibling }) => (
          <li key={url}>
            <a href={url}>{sibling}</a>
          </li>
        ))}
      </Names>
      <Open url={entryAddress(record.url, question)} />
    </>
  )
}

function Names({ title, total, children }: { title: string; total: number; children: ReactNode }) {
  if (total === 0) return null
  return (
    <section>
      <h3>
        {title} <span>{total}</span>
      </h3>
      <ul>{children}</ul>
      {total > MOST && <p className="peek-line">and {total - MOST} more</p>}
    </section>
  )
}

function Open({ url }: { url: string }) {
  return (
    <p className="peek-open">
      <a href={url} className="button-main">
        Open the entry
      </a>
    </p>
  )
}
