import {Modal, type ModalProps} from '@mantine/core';
import {useLayoutEffect, useRef, type ReactNode} from 'react';
import {useKeyboardBack} from '../lib/keyboard-back.ts';
import {useText} from '../lib/language.tsx';
import {formText} from '../text/form.ts';

interface DialogProps {
  readonly title: string;
  readonly size?: ModalProps['size'];
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog, mounted while it is open. It has the keyboard as soon as it stands, and gives it back as soon as it is gone. */
export function Dialog({title, size = 'md', onClose, children}: DialogProps) {
  const {t} = useText();
  useKeyboardBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{'aria-label': t(formText.close)}}
      returnFocus={false}
    >
      <Content>{children}</Content>
    </Modal>
  );
}

/** The trap of the library puts the keyboard here a moment later; what is typed in that moment must not go elsewhere. */
function Content({children}: {children: ReactNode}) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => element.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  return <div ref={element}>{children}</div>;
}
