'use client'
/** A dialog over the page: title, content, a way to close it. The library keeps the focus in it and gives it back. */
import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'

interface ModalProps {
  title: string
  /** Also how wide it is. */
  kind: 'export' | 'columns' | 'keys' | 'palette' | 'selection'
  onClose: () => void
  /** What has the focus first; the library chooses unless said. */
  initialFocus?: RefObject<HTMLElement | null>
  /** Asked when it closes: whether what had the focus before gets it back, which may be gone. */
  finalFocus?: () => boolean
  children: ReactNode
}

export function Modal({ title, kind, onClose, initialFocus, finalFocus, children }: ModalProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="modal-backdrop" />
        <Dialog.Popup className={`modal modal-${kind}`} {...(initialFocus && { initialFocus })} {...(finalFocus && { finalFocus })}>
          <header className="modal-head">
            <Dialog.Title className="modal-title">{title}</Dialog.Title>
            <Dialog.Close className="button-plain">Close</Dialog.Close>
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
