import {ActionIcon, Button, Stack, Text as Words} from '@mantine/core';
import {IconPlus, IconX} from '@tabler/icons-react';
import {useEffect, useRef} from 'react';
import {useFieldArray, useFormContext} from 'react-hook-form';
import {LineField, NumberField} from '../../form/fields.tsx';
import {useText} from '../../lib/language.tsx';
import {transferText} from '../../text/transfer.ts';
import {Section} from '../../ui/section.tsx';
import {emptyLine, type RawTransfer} from './transfer-values.ts';
import './transfer.css';

/** The inventory of documents, filled from the personal file. */
export function InventoryFields() {
  const {t} = useText();
  const {setFocus} = useFormContext<RawTransfer>();
  const {fields, append, remove} = useFieldArray<RawTransfer, 'inventory'>({name: 'inventory'});
  const addButton = useRef<HTMLButtonElement>(null);
  const focusRow = useRef<number | null>(null);

  useEffect(() => {
    if (focusRow.current === null) return;
    setFocus(`inventory.${focusRow.current}.title`);
    focusRow.current = null;
  });

  return (
    <Section title={t(transferText.inventory)}>
      {fields.length === 0 ? (
        <Words size="sm">{t(transferText.none)}</Words>
      ) : (
        <div>
          <div className="transfer-line transfer-line-heads" aria-hidden="true">
            <span />
            <span>{t(transferText.document)}</span>
            <span>{t(transferText.sheets)}</span>
            <span>{t(transferText.copies)}</span>
            <span />
          </div>
          {fields.map((field, index) => (
            <div
              key={field.id}
              role="group"
              aria-label={t(transferText.inventoryLine(index + 1))}
              className="transfer-line"
            >
              <span className="transfer-line-number">{index + 1}</span>
              <LineField name={`inventory.${index}.title`} label={transferText.inventoryLine(index + 1)} />
              <NumberField name={`inventory.${index}.sheets`} label={transferText.sheets} />
              <NumberField name={`inventory.${index}.copies`} label={transferText.copies} />
              <ActionIcon
                variant="subtle"
                color="gray"
                mt={4}
                aria-label={t(transferText.removeLine(index + 1))}
                onClick={() => {
                  remove(index);
                  addButton.current?.focus();
                }}
              >
                <IconX size={16} />
              </ActionIcon>
            </div>
          ))}
        </div>
      )}
      <Stack align="flex-start">
        <Button
          ref={addButton}
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            focusRow.current = fields.length;
            append(emptyLine, {shouldFocus: false});
          }}
        >
          {t(transferText.addLine)}
        </Button>
      </Stack>
    </Section>
  );
}
