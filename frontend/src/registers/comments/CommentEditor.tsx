import '@mantine/tiptap/styles.layer.css';

import { Link, RichTextEditor as Frame } from '@mantine/tiptap';
import { IconAt } from '@tabler/icons-react';
import { type Editor, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useEditorLabels } from '../edit/controls/editor-labels';
import classes from './CommentEditor.module.css';
import { Mention } from './mention';
import { type MentionQuery, mentionAtEnd } from './mention-query';
import { type KeyHandler, MentionList } from './MentionList';

const SAFE_LINK = /^(https?:|mailto:)/i;

const extensions = [
  StarterKit.configure({ link: false, heading: false, horizontalRule: false }),
  Link.configure({ openOnClick: false, isAllowedUri: (address) => SAFE_LINK.test(address) }),
  Mention,
];

interface CommentEditorProps {
  label: string;
  /** What it begins with; later changes come from the editor alone. */
  html: string;
  onChange: (html: string) => void;
  /** Ctrl or Cmd with Enter. */
  onSend: () => void;
  describedBy: string;
  hasError: boolean;
}

/** A small editor, in which people can be named. */
export default function CommentEditor(props: CommentEditorProps) {
  const { label, html, onChange, onSend, describedBy, hasError } = props;
  const { t } = useTranslation('records');
  const labels = useEditorLabels();
  const keys = useRef<KeyHandler | null>(null);
  /** Where the @ stands for which the list was closed. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const editor = useEditor({
    extensions,
    content: html,
    autofocus: 'end',
    shouldRerenderOnTransaction: true,
    onUpdate: ({ editor: current }) => {
      onChange(current.isEmpty ? '' : current.getHTML());
    },
    editorProps: {
      handleKeyDown: (_view, event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          onSend();
          return true;
        }
        if (!keys.current?.(event)) return false;
        // Escape closes the list, and not a dialog around it.
        event.stopPropagation();
        return true;
      },
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-invalid': String(hasError),
        'aria-describedby': describedBy,
      },
    },
  });
  const query = editor.isFocused ? mentionBefore(editor) : null;
  const start = query && editor.state.selection.from - query.length;

  return (
    <div className={classes.frame}>
      <Frame editor={editor} labels={labels} className={classes.editor} data-invalid={hasError}>
        <Frame.Toolbar className={classes.toolbar}>
          <Frame.ControlsGroup>
            <Frame.Bold />
            <Frame.Italic />
          </Frame.ControlsGroup>
          <Frame.ControlsGroup>
            <Frame.BulletList />
            <Frame.OrderedList />
          </Frame.ControlsGroup>
          <Frame.ControlsGroup>
            <Frame.Link />
          </Frame.ControlsGroup>
          <Frame.ControlsGroup>
            <Frame.Control
              aria-label={t('comments.mention')}
              title={t('comments.mention')}
              onClick={() => {
                beginMention(editor);
              }}
            >
              <IconAt size={16} stroke={1.5} aria-hidden />
            </Frame.Control>
          </Frame.ControlsGroup>
        </Frame.Toolbar>
        <Frame.Content />
      </Frame>
      {query && start !== dismissed && (
        <MentionList
          editor={editor}
          query={query}
          keysRef={keys}
          onDismiss={() => {
            setDismissed(start);
          }}
        />
      )}
    </div>
  );
}

/** The text of the paragraph before the cursor; anything that is no text stands for one character. */
function textBefore(editor: Editor): string {
  const { $from } = editor.state.selection;
  return $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
}

function mentionBefore(editor: Editor): MentionQuery | null {
  return editor.state.selection.empty ? mentionAtEnd(textBefore(editor)) : null;
}

function beginMention(editor: Editor): void {
  const isApart = /(^|\s)$/.test(textBefore(editor));
  editor
    .chain()
    .focus()
    .insertContent(isApart ? '@' : ' @')
    .run();
}
