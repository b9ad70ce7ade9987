import { Paper, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type PickOption, userOptions } from '../pickers/option-source';
import { useOptions } from '../pickers/useOptions';
import classes from './CommentEditor.module.css';
import type { MentionQuery } from './mention-query';

/** What the editor does with a key while names are offered: true when it was for the list. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

interface MentionListProps {
  editor: Editor;
  query: MentionQuery;
  keysRef: RefObject<KeyHandler | null>;
  onDismiss: () => void;
}

const SHOWN = 6;

/** Colleagues whose names begin as what is typed after the @; the cursor stays in the text. */
export function MentionList({ editor, query, keysRef, onDismiss }: MentionListProps) {
  const { t } = useTranslation('records');
  const id = useId();
  const { found } = useOptions(userOptions, query.words.trim(), []);
  const people = found.slice(0, SHOWN);
  const [place, setPlace] = useState(0);
  const at = Math.min(place, people.length - 1);
  const box = useRef<HTMLDivElement>(null);

  const choose = (person: PickOption) => {
    const to = editor.state.selection.from;
    editor
      .chain()
      .focus()
      .insertContentAt({ from: to - query.length, to }, [
        { type: 'mention', attrs: { id: person.id, label: person.label } },
        { type: 'text', text: ' ' },
      ])
      .run();
  };

  useEffect(() => {
    keysRef.current = ({ key }) => {
      const chosen = people[at];
      if (key === 'Escape') onDismiss();
      else if (!chosen) return false;
      else if (key === 'ArrowDown') setPlace((at + 1) % people.length);
      else if (key === 'ArrowUp') setPlace((at + people.length - 1) % people.length);
      else if (key === 'Enter' || key === 'Tab') choose(chosen);
      else return false;
      return true;
    };
    return () => {
      keysRef.current = null;
    };
  });

  // The screen reader's cursor is in the text: it is told which name is meant.
  useEffect(() => {
    const text = editor.view.dom;
    if (at < 0) return;
    text.setAttribute('aria-controls', id);
    text.setAttribute('aria-activedescendant', `${id}-${at}`);
    return () => {
      text.removeAttribute('aria-controls');
      text.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, at]);

  useLayoutEffect(() => {
    const list = box.current;
    const frame = list?.parentElement?.getBoundingClientRect();
    if (!list || !frame) return;
    const cursor = editor.view.coordsAtPos(editor.state.selection.from - query.length);
    const left = Math.min(cursor.left - frame.left, frame.width - list.offsetWidth - 8);
    list.style.left = `${Math.max(left, 8)}px`;
    const isRoomBelow = cursor.bottom + list.offsetHeight + 8 < window.innerHeight;
    const top = isRoomBelow ? cursor.bottom + 4 : cursor.top - list.offsetHeight - 4;
    list.style.top = `${top - frame.top}px`;
  });

  if (people.length === 0) return null;
  return (
    <>
      <Paper
        ref={box}
        id={id}
        className={classes.people}
        role="listbox"
        aria-label={t('comments.mention')}
        shadow="md"
        withBorder
      >
        {people.map((person, index) => (
          <UnstyledButton
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.person}
            // The cursor must not leave the text.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(person);
            }}
          >
            {person.label}
          </UnstyledButton>
        ))}
      </Paper>
      <VisuallyHidden role="status">
        {t('comments.mentionsFound', { count: people.length })}
      </VisuallyHidden>
    </>
  );
}
