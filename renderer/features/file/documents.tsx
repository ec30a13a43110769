import {ActionIcon, Button, Group, Stack, Text as Words} from '@mantine/core';
import {IconArrowDown, IconArrowUp, IconPlus, IconX} from '@tabler/icons-react';
import {useEffect, useRef, type KeyboardEvent} from 'react';
import {useFieldArray, useFormContext, useWatch} from 'react-hook-form';
import {CodeField} from '../../form/code-field.tsx';
import {CheckField, DateField, NumberField} from '../../form/fields.tsx';
import {useText} from '../../lib/language.tsx';
import {fileText} from '../../text/file.ts';
import {Remark} from '../../ui/remark.tsx';
import {Section} from '../../ui/section.tsx';
import {emptyDocument, type RawFile} from './file-values.ts';

const heads = [
  fileText.documentTitle,
  fileText.documentSheets,
  fileText.copies,
  fileText.original,
  fileText.consentOn,
  fileText.receivedOn,
  fileText.returnedOn,
] as const;

/** The inventory of the file. Rows are added and moved from the keyboard; their order is the order in the folder. */
export function Documents() {
  const {t} = useText();
  const {setFocus} = useFormContext<RawFile>();
  const {fields, insert, remove, move} = useFieldArray<RawFile, 'documents'>({name: 'documents'});
  const addButton = useRef<HTMLButtonElement>(null);
  const focusRow = useRef<number | null>(null);

  useEffect(() => {
    if (focusRow.current === null) return;
    setFocus(`documents.${focusRow.current}.title`);
    focusRow.current = null;
  });

  function addAt(index: number): void {
    focusRow.current = index;
    insert(index, emptyDocument, {shouldFocus: false});
  }

  function moveRow(from: number, to: number): void {
    if (to < 0 || to >= fields.length) return;
    focusRow.current = to;
    move(from, to);
  }

  function onKeyDown(event: KeyboardEvent, index: number): void {
    // A title is one line, however many it takes to show: Enter goes on.
    if (event.key === 'Enter' && !event.altKey && !event.ctrlKey && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault();
      setFocus(`documents.${index}.sheets`);
      return;
    }
    if (!event.altKey) return;
    if (event.key === 'Enter') addAt(index + 1);
    else if (event.key === 'ArrowUp') moveRow(index, index - 1);
    else if (event.key === 'ArrowDown') moveRow(index, index + 1);
    else return;
    event.preventDefault();
  }

  return (
    <Section
      title={t(fileText.documents)}
      actions={
        <Words size="xs" c="dimmed">
          {t(fileText.addHint)}
        </Words>
      }
    >
      {fields.length === 0 ? (
        <Words size="sm" c="dimmed">
          {t(fileText.noDocuments)}
        </Words>
      ) : (
        <div className="file-documents">
          <div className="file-document file-document-heads" aria-hidden="true">
            <span>{t(fileText.row)}</span>
            {heads.map(head => (
              <span key={head.ru}>{t(head)}</span>
            ))}
            <span />
          </div>
          {fields.map((field, index) => (
            <div
              key={field.id}
              role="group"
              aria-label={t(fileText.documentNumber(index + 1))}
              className="file-document"
              onKeyDown={event => onKeyDown(event, index)}
            >
              <span className="file-document-number">{index + 1}</span>
              <CodeField
                list="document-titles"
                name={`documents.${index}.title`}
                label={fileText.documentTitle}
                maxRows={14}
              />
              <NumberField name={`documents.${index}.sheets`} label={fileText.documentSheets} />
              <NumberField name={`documents.${index}.copies`} label={fileText.copies} />
              <div className="file-document-check">
                <CheckField name={`documents.${index}.original`} label={fileText.original} />
              </div>
              <DateField name={`documents.${index}.consentOn`} label={fileText.consentOn} />
              <DateField name={`documents.${index}.receivedOn`} label={fileText.receivedOn} />
              <DateField name={`documents.${index}.returnedOn`} label={fileText.returnedOn} />
              <Group gap={0} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={index === 0}
                  aria-label={t(fileText.moveUp(index + 1))}
                  onClick={() => moveRow(index, index - 1)}
                >
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={index === fields.length - 1}
                  aria-label={t(fileText.moveDown(index + 1))}
                  onClick={() => moveRow(index, index + 1)}
                >
                  <IconArrowDown size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t(fileText.removeDocument(index + 1))}
                  onClick={() => {
                    remove(index);
                    addButton.current?.focus();
                  }}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
              <ConsentRemark index={index} />
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
          onClick={() => addAt(fields.length)}
        >
          {t(fileText.addDocument)}
        </Button>
      </Stack>
    </Section>
  );
}

function ConsentRemark({index}: {index: number}) {
  const [original, consentOn, returnedOn] = useWatch<
    RawFile,
    [`documents.${number}.original`, `documents.${number}.consentOn`, `documents.${number}.returnedOn`]
  >({name: [`documents.${index}.original`, `documents.${index}.consentOn`, `documents.${index}.returnedOn`]});
  if (!original || consentOn !== '' || returnedOn !== '') return null;
  return (
    <div className="file-document-remark">
      <Remark of={fileText.consentNeeded} />
    </div>
  );
}
