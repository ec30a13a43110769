import {Kbd} from '@mantine/core';

/** The keys of a command, beside its name: `<Shortcut keys={['Ctrl', 'K']} />`. */
export function Shortcut({keys}: {keys: readonly string[]}) {
  return (
    <span aria-hidden>
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 && '+'}
          <Kbd size="xs">{key}</Kbd>
        </span>
      ))}
    </span>
  );
}
