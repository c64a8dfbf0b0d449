import type { RefusalWords } from './refusals.ts'

/** 规则为何拒绝，以及该怎么办。 */
export const zhCN: RefusalWords = {
  DEAL_TERMINAL: { title: '此交易已关闭', text: '已关闭的交易不再更改。如需继续，请复制为新交易。' },
  NOT_ACTIVE: { title: '尚未接受', text: '请先答复邀请。接受交易后才能进行其他操作。' },
  NOT_RECEIVED: { title: '无需答复', text: '只有已接收的交易才能接受或拒绝。此交易已在进行。' },
  INVITATION_EXPIRED: {
    title: '答复期限已过',
    text: '邀请已过期。请让发送方重新邀请，或复制为新交易。',
  },
  INBOUND_CANNOT_INVITE_PARTNER: {
    title: '只有发送方可以邀请合作伙伴',
    text: '这笔交易是别人发给你的。要邀请合作伙伴，请自己创建交易。',
  },
  INBOUND_CANNOT_INVITE_MICROSOFT: {
    title: '只有发送方可以邀请 Microsoft',
    text: '客户同意由发送方持有。请让发送方邀请 Microsoft。',
  },
  MICROSOFT_ALREADY_INVITED: {
    title: 'Microsoft 已在此交易中',
    text: '每笔交易只能邀请 Microsoft 一次，答复后不再更改。要再次邀请，请复制为新交易。',
  },
  PARTNER_ALREADY_INVITED: {
    title: '已邀请 {partner}',
    text: '请等待答复。对方拒绝或过期后可以再次邀请。',
  },
  PARTNER_IS_SELF: { title: '{partner} 就是你自己的公司', text: '请选择其他合作伙伴。' },
  PARTNER_REQUIRED: { title: '缺少合作伙伴', text: '请选择要邀请的合作伙伴，或添加新的合作伙伴。' },
  HELP_REQUIRED: { title: '缺少所需帮助', text: '请选择希望合作伙伴提供的帮助。' },
  SA_NO_INVITATIONS: {
    title: '解决方案评估不邀请任何一方',
    text: '评估由你自己完成。要邀请他人，请另建交易。',
  },
  CONTACT_REQUIRED: { title: '缺少客户联系人', text: 'Microsoft 需要联系人的姓名、电话和电子邮件。' },
  CONTACT_INCOMPLETE: { title: '联系人不完整', text: '请补全{missing}。' },
  CONSENT_REQUIRED: { title: '缺少客户同意', text: '请先取得客户对共享其数据的同意，再勾选。' },
  NAME_REQUIRED: { title: '缺少交易名称', text: '请填写交易名称。' },
  VALUE_REQUIRED: { title: '缺少预计金额', text: '请输入大于零的金额。' },
  CLOSE_DATE_REQUIRED: { title: '缺少预计结束日期', text: '请填写预计结束的日期。' },
  CLOSE_DATE_PAST: { title: '结束日期已过', text: '请选择今天或之后的日期。' },
  CUSTOMER_REQUIRED: { title: '缺少客户', text: '请选择客户或添加新客户。' },
  TEAM_REQUIRED: { title: '团队为空', text: '请至少添加一位有电话和电子邮件的成员。' },
  TEAM_MEMBER_INCOMPLETE: { title: '第 {number} 位成员不完整', text: '请补全{missing}，或移除此人。' },
  SOLUTION_REQUIRED: { title: '缺少解决方案', text: '请至少选择一个解决方案。' },
  ASSESSMENT_EXACTLY_ONE: { title: '只能有一个评估', text: '请选择一个解决方案评估，不多也不少。' },
  ASSESSMENT_EXCLUDES_OTHERS: { title: '评估须单独存在', text: '请移除其他解决方案，或移除评估。' },
  LOCATION_REQUIRED: {
    title: '缺少位置',
    text: '请选择由公司哪个位置承担评估。位置在“设置”中维护。',
  },
  NOT_ELIGIBLE_FOR_ASSESSMENT: {
    title: '你的公司未获评估资格',
    text: '如果已获资格，请在“设置”中说明。',
  },
  REASON_REQUIRED: { title: '缺少原因', text: '请选择原因。' },
  NOTES_REQUIRED: { title: '缺少备注', text: '请简要说明原因。' },
  STAGE_NOT_AHEAD: { title: '不在前方', text: '交易已到达或超过此阶段。要退回，请更正阶段。' },
  STAGE_NOT_BEHIND: {
    title: '不在后方',
    text: '只能更正到更早的阶段；评估只能退回到上一阶段。',
  },
  STAGE_NOT_NEXT: { title: '不是下一阶段', text: '评估的阶段须逐个标记。' },
  ASSESSMENT_STAGES_OPEN: {
    title: '还有阶段未标记',
    text: '四个阶段全部完成后评估才能赢单。缺少：{missing}。',
  },
  FIELD_LOCKED: { title: '{field}已锁定', text: '{why}' },
  LAST_MEMBER: { title: '须保留最后一位成员', text: '移除此人之前请先添加其他人。' },
  LAST_SOLUTION: { title: '须保留最后一个解决方案', text: '移除之前请先添加其他解决方案。' },
  TOO_MANY: { title: '太多', text: '最多 {limit} 个，请移除一些。' },
  PARTY_NOT_PENDING: { title: '已有答复', text: '此方的答复已记录。' },
  PARTY_NOT_ACCEPTED: { title: '尚未接受', text: '对方接受之后才能记录赢单或丢单。' },
  NOT_WON: { title: '尚未赢单', text: '只有赢单的交易才能注册。请先以赢单关闭。' },
  MICROSOFT_NOT_INVITED: {
    title: '未邀请 Microsoft',
    text: '只有在赢单之前邀请过 Microsoft 的交易才能注册。',
  },
  MICROSOFT_NOT_ACCEPTED: {
    title: 'Microsoft 尚未接受',
    text: '合作伙伴中心显示 Microsoft 的答复后，请在此记录。',
  },
  NO_INCENTIVE_SOLUTION: {
    title: '没有可获激励的解决方案',
    text: '请选择交易中符合 IP 联合销售或业务应用程序条件的解决方案，并在目录中标记。',
  },
  PRIVATE_NOT_REGISTRABLE: { title: '私有交易不能注册', text: '没有其他参与方的交易不享受激励。' },
  SA_NOT_REGISTRABLE: { title: '解决方案评估不能注册', text: '解决方案评估在单独的计划中申领。' },
  REGISTRATION_STATE: {
    title: '注册不在这一步',
    text: '请查看生命周期：它显示注册的当前状态和下一步。',
  },
  CONTRACT_DATES: {
    title: '合同日期不符',
    text: '签署日期不晚于今天，开始日期不早于签署日期，结束日期不早于开始日期；或选择永久。',
  },
  CONTRACT_VALUE: {
    title: '解决方案金额高于合同总额',
    text: '解决方案金额是合同总额的一部分，请更正其中之一。',
  },
  CLOCK_UNCERTAIN: {
    title: '电脑时钟可能有误',
    text: '请先确认今天的日期。在此之前，任何邀请都无法记录、答复或关闭。',
  },
  ATTESTATION_REQUIRED: { title: '缺少确认', text: '请确认合同中写明了你的公司和该解决方案。' },
  NOT_UNDOABLE: {
    title: '无法撤销',
    text: '关闭交易、最终答复、注册、过期以及文件带来的更改均保持不变。',
  },
  ALREADY_UNDONE: { title: '已撤销', text: '这里没有可再撤销的内容。要恢复，请撤销那次撤销。' },
  UNDO_OVERTAKEN: { title: '之后又有更改', text: '请先撤销之后的更改：{fields}。' },
}
