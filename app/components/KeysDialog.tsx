'use client'
/** Every key that does something on this page. */
import { currentCommands, GROUPS, keyLabel } from './commands'
import { Modal } from './Modal'

export default function KeysDialog({ onClose }: { onClose: () => void }) {
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
      <p className="modal-foot">In the filters, alt-click or alt-Enter leaves a value out instead of choosing it.</p>
    </Modal>
  )
}
