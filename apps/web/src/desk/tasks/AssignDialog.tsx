import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useAssign, useAssignees } from '../api/assign.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited } from '../components/states.tsx';

interface AssignDialogProps {
  task: { id: string; title: string };
  onClose: () => void;
  onDone: (name: string) => void;
}

/** 转办: who is to do the task instead, and why. */
export function AssignDialog({ task, onClose, onDone }: AssignDialogProps) {
  const assignees = useAssignees(task.id);
  const assign = useAssign(task.id);
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const nobody = assignees.data?.length === 0;
  const submit = () => {
    setTried(true);
    if (to === '' || reason.trim() === '') return;
    const name = assignees.data?.find((each) => each.account === to)?.name ?? '';
    assign.mutate({ to, reason: reason.trim() }, { onSuccess: () => onDone(name) });
  };
  return (
    <Modal
      open
      title={`转办“${task.title}”`}
      okText="转办"
      cancelText="取消"
      okButtonProps={{ disabled: nobody }}
      confirmLoading={assign.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <p className="desk-secondary" style={{ margin: 0 }}>
          转办后由受转人认领办理，理由记入办理历史。已办理本件前一环节的人不能受转。
        </p>
        <fieldset className="desk-assignees">
          <legend>转给</legend>
          <Awaited query={assignees} what="可受转办的人员" lines={3}>
            {(items) =>
              items.length === 0 ? (
                <p>本机构现在没有其他可以办理这个环节的人员。可以请安全管理员授予岗位，或退回待认领。</p>
              ) : (
                <Radio.Group value={to} onChange={(event) => setTo(String(event.target.value))} vertical>
                  {items.map((each) => (
                    <Radio key={each.account} value={each.account}>
                      {each.name}
                      <span className="desk-secondary">
                        {each.open > 0 ? `，手上 ${each.open} 件` : '，手上没有待办'}
                      </span>
                    </Radio>
                  ))}
                </Radio.Group>
              )
            }
          </Awaited>
          {tried && to === '' && !nobody && (
            <span className="desk-field-error" role="alert">
              请选择受转人
            </span>
          )}
        </fieldset>
        <LabelledField
          label="转办理由"
          required
          error={tried && reason.trim() === '' ? '请填写转办理由' : undefined}
        >
          {(id) => (
            <Input.TextArea
              id={id}
              maxLength={500}
              autoSize={{ minRows: 2, maxRows: 5 }}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </LabelledField>
        <ProblemNotice error={assign.error} />
      </div>
    </Modal>
  );
}
