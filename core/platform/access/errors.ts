import { catalogueErrors } from '../errors/index.ts';

export const accessErrors = catalogueErrors('access', {
  SECOND_FACTOR_ENROLMENT_REQUIRED: {
    status: 403,
    title: '请先绑定动态口令',
    detail: '工作人员账号须先绑定动态口令，绑定后即可办理业务。',
  },
  PASSWORD_CHANGE_REQUIRED: {
    status: 403,
    title: '请先修改密码',
    detail: '当前密码是临时密码，修改后即可办理业务。',
  },
});
