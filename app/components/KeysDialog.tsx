'use client'
/** Every key that does something on this page. */
import { useState } from 'react'
import { currentCommands, GROUPS, keyLabel } from './commands'
import { Modal } from './Modal'
import { isBoolean, readRemembered, remember } from './remembered'
import { SINGLE_KEYS } from './single-keys'

export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const [single, setSingle] = useState(() => readRemembered(SINGLE_KEYS, isBoolean, true))
  const commands = currentCommands().filter(({ keys }) => keys !== undefined)
  return (
    <Modal title="Keys" kind="keys" onClose={onClose}>
      {GROUPS.map((group) => {
        const some = commands.filter((command) => command.group === group)
        return (
          some.length > 0 && (
            <section key={group}>
              <h3>{group}</h3>
              <dl className="keys">
                {some.map(({ id, label, keys = [] }) => (
                  <div key={id}>
                    <dt>
                      {keys
                        .filter((key) => !/^[A-Z]$/.test(key))
                        .map((key) => (
                          <kbd key={key}>{keyLabel(key)}</kbd>
                        ))}
                    </dt>
                    <dd>{label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        )
      })}
      <p className="modal-foot">
        <label>
          <input
            type="checkbox"
            checked={single}
            onChange={(event) => {
              setSingle(event.target.checked)
              remember(SINGLE_KEYS, event.target.checked)
            }}
          />{' '}
          Single letters are keys
        </label>
      </p>
      <p className="modal-foot">In the filters, space or Enter chooses a value; alt-click or alt-Enter leaves it out instead.</p>
    </Modal>
  )
}
