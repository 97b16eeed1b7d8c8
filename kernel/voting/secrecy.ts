import { words, type Words } from '../words.ts'

/** What a secret ballot can't hide, in plain words for the page: before anybody votes and beside the result. `phones`: ballots cast by phone, once the vote is closed. */
export const limitsOfSecrecy = ({ units, few, phones, papers }: { readonly units: number; readonly few: number; readonly phones?: number; readonly papers?: number }): readonly Words[] => [
  words('谁参加了表决，签到册上看得到；投了什么，任何人（包括平台管理员）在平台上都查不到。', 'Who took part can be seen in the attendance book; what anybody chose can be looked up on the platform by nobody, administrators included.'),
  words('如果结果是全部同意或者全部反对，每个人投了什么也就清楚了。', 'Where all vote alike, the result shows what everybody chose.'),
  ...(units < few ? [words(`应参加的只有${units}，人少，容易被猜出。`, `Only ${units} may vote: among so few, choices are easily guessed.`)] : []),
  ...(phones !== undefined && papers !== undefined && phones > 0 && papers > 0 && Math.min(phones, papers) < few
    ? [words(`手机投票${phones}张、纸质票${papers}张，其中一类很少；结果只公布合计，但看过纸质票计票单的人可能推算出另一类。`,
        `${phones} ballots came by phone and ${papers} on paper: few of one kind. Only the sum is published, but who saw the count of the papers may infer the rest.`)]
    : []),
  words('手机投票在开箱前以密文保存，开箱时密钥销毁、次序打乱。开箱前的数据库备份如果与本站密钥一起落入他人手中，仍可能被打开；备份按规定期限清除。',
    'Until the urn is opened, ballots from phones are kept sealed; then the key is destroyed and their order lost. A copy of the database made before, together with this site’s secret, could still open them; backups are removed when their time is over.'),
  words('回执只证明选票在票箱里，不能证明投了什么；请不要让他人看您投票。', 'The receipt proves that your ballot is in the urn and never what it says; let nobody watch you vote.'),
]
