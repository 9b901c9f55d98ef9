import { demonstrationOffices } from '@hengchan/demonstration';
import { createAccount, listAccounts, loadConfig, systemActor } from '@hengchan/platform';
import { compose } from '../compose.ts';
import { loadOffices } from '../offices.ts';
import { runCommand, say } from './output.ts';

const administrators = [
  ['system-admin', '系统管理员'],
  ['security-admin', '安全管理员'],
  ['audit-admin', '审计管理员'],
] as const;

/**
 * `hengchan administrators`: makes the three separated administrators of a new installation, each with a password that is shown once and
 * has to be changed at the first sign-in. Refuses where an administrator exists: from then on accounts are made by administrators.
 */
await runCommand(async () => {
  const config = loadConfig(process.env);
  const product = await compose(config, loadOffices(config, demonstrationOffices));
  try {
    const { platform } = product;
    for (const [role, title] of administrators) {
      const { items } = await listAccounts(platform, systemActor, { role });
      if (items.length > 0) throw new Error(`已有${title}：请由管理员在系统内维护账号`);
    }
    for (const [role, title] of administrators) {
      const password = `${platform.ids.token(12)}-Hc1`;
      await createAccount(platform, systemActor, {
        login: role,
        password,
        name: title,
        kind: 'staff',
        backgroundChecked: true,
        passwordExpired: true,
        roles: [{ role, office: '*', purpose: '系统初始化' }],
      });
      say(`  ${role.padEnd(15)} ${password}  ${title}`);
    }
  } finally {
    await product.close();
  }
  say('以上口令只显示这一次；首次登录须修改，并启用动态口令。');
  return 0;
});
