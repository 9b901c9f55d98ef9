import { useState } from 'react';
import type { RuleView } from './api.ts';
import { ProposalDialog } from './ProposalDialog.tsx';
import { parametersOf, type SettingDraft, SettingFields, useOfficeChoices } from './SettingFields.tsx';

/** A setting of a rule, to be proposed. */
export function SettingDialog({ rule, onClose }: { rule: RuleView; onClose: () => void }) {
  const [first] = useOfficeChoices();
  const [typed, setDraft] = useState<SettingDraft>({ office: '', business: '*', enabled: true, typed: {} });
  const draft = { ...typed, office: typed.office || (first?.value ?? '') };
  const { parameters, wrong } = parametersOf(rule, draft.typed);
  const { office, business, enabled } = draft;
  return (
    <ProposalDialog
      title={`提议设置“${rule.title}”`}
      proposed={wrong.length > 0 ? undefined : { rule: rule.code, office, business, enabled, parameters }}
      onClose={onClose}
    >
      {(tried) => (
        <SettingFields
          rule={rule}
          draft={draft}
          wrong={tried ? wrong : []}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
      )}
    </ProposalDialog>
  );
}
