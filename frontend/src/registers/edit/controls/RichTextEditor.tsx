import '@mantine/tiptap/styles.layer.css';

import { Link, RichTextEditor as Editor } from '@mantine/tiptap';
import { useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useEffect, useRef } from 'react';

import { useEditorLabels } from './editor-labels';
import classes from './RichTextEditor.module.css';

const SAFE_LINK = /^(https?:|mailto:)/i;

/** What the server keeps; anything else would be lost on saving. */
const extensions = [
  StarterKit.configure({ link: false, heading: { levels: [2, 3, 4] }, horizontalRule: false }),
  Link.configure({ openOnClick: false, isAllowedUri: (address) => SAFE_LINK.test(address) }),
];

interface RichTextEditorProps {
  id: string;
  label: string;
  html: string;
  onChange: (html: string) => void;
  hasError: boolean;
  describedBy: string | undefined;
}

export default function RichTextEditor(props: RichTextEditorProps) {
  const { id, label, html, onChange, hasError, describedBy } = props;
  const labels = useEditorLabels();
  /** What the editor and the form agree on; anything else came from outside. */
  const known = useRef(html);
  const editor = useEditor({
    extensions,
    content: html,
    shouldRerenderOnTransaction: true,
    onUpdate: ({ editor: current }) => {
      known.current = current.isEmpty ? '' : current.getHTML();
      onChange(known.current);
    },
    editorProps: {
      attributes: {
        id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-invalid': String(hasError),
        ...(describedBy && { 'aria-describedby': describedBy }),
      },
    },
  });

  // A value from outside (taken over from a colleague) replaces what is written here.
  useEffect(() => {
    if (html === known.current || editor.isDestroyed) return;
    known.current = html;
    editor.commands.setContent(html, { emitUpdate: false });
  }, [editor, html]);

  return (
    <Editor editor={editor} labels={labels} className={classes.editor} data-invalid={hasError}>
      <Editor.Toolbar className={classes.toolbar}>
        <Editor.ControlsGroup>
          <Editor.Bold />
          <Editor.Italic />
          <Editor.Underline />
          <Editor.Strikethrough />
          <Editor.Code />
        </Editor.ControlsGroup>
        <Editor.ControlsGroup>
          <Editor.H2 />
          <Editor.H3 />
          <Editor.BulletList />
          <Editor.OrderedList />
          <Editor.Blockquote />
        </Editor.ControlsGroup>
        <Editor.ControlsGroup>
          <Editor.Link />
          <Editor.Unlink />
        </Editor.ControlsGroup>
        <Editor.ControlsGroup>
          <Editor.Undo />
          <Editor.Redo />
        </Editor.ControlsGroup>
      </Editor.Toolbar>
      <Editor.Content />
    </Editor>
  );
}
