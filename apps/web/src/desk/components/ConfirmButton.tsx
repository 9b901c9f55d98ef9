import { Button, Popconfirm } from 'antd';

interface ConfirmButtonProps {
  /** What is done: the word on the button and of the answer yes. */
  word: string;
  /** What it comes to, asked before it is done. */
  question: string;
  /** Named aloud where several buttons bear the same word. */
  label?: string;
  onConfirm: () => void;
}

/** A small act on a row that cannot be undone by pressing again: asked once more beside the button. */
export function ConfirmButton({ word, question, label, onConfirm }: ConfirmButtonProps) {
  return (
    <Popconfirm title={question} okText={word} cancelText="取消" onConfirm={onConfirm}>
      <Button size="small" aria-label={label}>
        {word}
      </Button>
    </Popconfirm>
  );
}
