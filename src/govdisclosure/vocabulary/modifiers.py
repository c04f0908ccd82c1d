"""The words beside a noun that make what is counted some of the things of its kind, and those that do not."""

from __future__ import annotations

import re
from typing import Final

# 收到涉农政府信息公开申请3件 · 办理疑难复杂…, but 收到符合条件的…; 收到各类…
KINDS_OF_REQUESTS: Final = re.compile(
    "涉(?!及)|(?<![各两多几一二三四五六七八九十])类(?!型)|疑难|复杂|同一|转[交办来送]|移[交送]|重复|批量|恶意"
    "|媒体|境外|微[信博]|非(?!常)"
)
"""What stands between a verb and requests, and says that they are some of all."""

REQUESTS: Final = re.compile(
    "(?:收到|接到|接收|收悉|受理|办理|处理|答复|办结|办毕|回复|收)(?P<which>[^,。;:0-9()]*?)"
    "(?:的?(?:政府|政务)?信息|依申请|公开|申请)"
)
"""Requests behind the verb that they are the object of, and the words between them."""

LISTED: Final = re.compile("[、和或及与等]")

ON_A_SUBJECT: Final = "(?<![不未无《])(?:涉及|关于|针对|有关)(?!(?:公开)?(?:政府)?信息|公开|依申请|[本我各])"
"""What a subject follows on that some requests are about: 关于农村公路的申请, but 关于政府信息公开的申请."""

_EVERYBODY: Final = "公民|公众|群众|民众|组织|社会|申请[人者]|当事人|相对人|自然人|个人|法人|各|[市居]民|用户|主体"
_SOMEBODY: Final = (
    "(?:[村农渔牧移]民|[户员工生者商师长属]|(?<!自)主|人|第三方|公司|集团|协会|商会|委员?会|合作社|小区|医院|学校|银行)"
)
_HAN: Final = "[^,。;:、0-9()]"
_ASKED: Final = (
    f"(?:(?:以|用|通过|向|经|在|代|共同|联[合名]|分别|单独|多次){_HAN}{{0,12}}?)?(?:提[出交起]|递交|寄[来送]|代理)"
)
_WISHES: Final = (
    "(?:(?:要求|请求|希望|想要?|申请)(?:依法|依申请)?(?:公开|提供|获取|了解|查[阅询]|索[取要]|复制)"
    "|获取|查阅|索[取要]|调取)了?"
)
_ANY_INFORMATION: Final = "(?:相关|有关|所需|各类|政府|政务|[我本](?:[局县市区镇乡]|机关|单位)|的)*(?:信息|资料)?的"
_FOR_INFORMATION: Final = "(?:书面)?(?:(?:政府)?信息公开|依申请公开|公开)?申请(?![人者])"
_DEALT_WITH: Final = "(?:收[到悉]?|受理|接[到收]|答复|回复|办[理结毕]|处理)了?"
OF_SOMEBODY: Final = re.compile(
    # 收到村民提交的申请11件 · 收到李某、王某等5人的申请5件, but 收到公民提出的申请36件 and 村民、企业提出的申请36件
    f"(?:{_DEALT_WITH}|^(?:全年|本年度?|[总一]?共|有)*)"
    f"(?:(?:(?!{_EVERYBODY}|[和及与或]){_HAN}){{0,20}}?{_SOMEBODY}|(?:{_HAN}|、){{0,30}}?某)"
    f"(?:等(?:[0-9]{{0,3}}[人名位户家]{_HAN}{{0,6}}?)?)?(?:{_ASKED})?的?{_FOR_INFORMATION}"
    # 收到要求公开道路规划的申请15件, but 收到要求公开政府信息的申请36件
    f"|{_DEALT_WITH}{_HAN}{{0,20}}?{_WISHES}(?!{_ANY_INFORMATION})(?:{_HAN}|、){{2,30}}?的{_FOR_INFORMATION}"
    # 受理有关农村公路的申请15件, but 收到有关单位提交的申请36件
    f"|{_DEALT_WITH}{_HAN}{{0,12}}?有关(?!部门|单位|方面|人[员士]|{_EVERYBODY}|(?:政府)?信息|公开|依?申请)"
    f"(?:{_HAN}|、){{2,30}}?的{_FOR_INFORMATION}"
)
"""Requests that are said to be those of somebody, or for something, beside which there can be more."""

# 经补正后予以公开3件, but 经审查后予以公开42件
ANSWERS_LATER: Final = re.compile(
    ".*(?:补正|延期|延长期限|纠正|第三方(?:书面)?(?:意见|同意))后(?:依法|已|才|再|均|共)?(?:予以?|给予|同意|部分|不予|无法|其他)"
)
"""What a count of answers of one outcome says when it is of those that came after something else."""

# 抽查12件答复 · 评查答复12件 · 组织法律顾问审核答复12件, but 抽查合格,答复12件 and 审核后答复12件
ANSWERS_LOOKED_INTO: Final = re.compile(
    ".*(?:抽[查检]|评查|督[查办促]|协助(?!下)|回访|(?<!经)(?<!经[局县市省区])(?:法律顾问|律师)(?:审核|审查))(?:(?![后中并]|合格)[^,。;、])*?(?:答复|办[理结毕]|回复|处理)"
    # 审核依申请公开答复20件, but 审核、答复依申请公开20件
    "|.*审[核查]了?(?:依申请公开|(?:政府)?信息公开(?:申请)?)的?答复"
)
"""What a count of answers says when it is of those that were looked into."""

_OUTCOME: Final = "(?:(?:予以|部分|不予?)?公开|无法提供|不予处理|其他处理)"
# 抽查部分公开答复6件 · 审查公开、部分公开答复共12件, but 经审查公开12件 and 审查后部分公开7件
OUTCOMES_LOOKED_INTO: Final = re.compile(
    f".*(?:抽[查检]|评查|督查|回访)(?:(?![后中并]|合格|发现){_HAN}){{0,8}}?{_OUTCOME}"
    f"|(?!.*经[^,。;、0-9]{{0,8}}审).*审[核查]了?{_OUTCOME}(?:的?(?:[、和及与]|以及){_OUTCOME})*的?(?:答复|决定|告知书)"
)
"""What a count of answers of one outcome, or of several, says when it is of those that were looked into."""

# 1件转交其他机关答复 · 1件由县政府答复, but 由县政府统一答复12件 · 转交承办部门办理后答复12件
ANSWERED_BY: Final = re.compile(
    "(?!.*(?:均|都(?!市)|全部|一律|统一)).*(?:(?<!流)转[交送]?+|移[交送]|交由|(?<!自)由(?!相关|有关))"
    "(?P<body>(?!承办|业务|责任|牵头|具体|职能|[我本]|[局委厅]机关)[^,。;:、0-9]{0,14}?(?:机关|部门|单位|政府|局|委员会|厅|镇|乡|街道))"
    "(?:依法|予以|进行)?(?:答复|回复|办[理结毕]|处理)"
)
"""What a count of answers says when it is of those that a body gave which is named."""

# 经县政府同意后答复2件 · 代县政府拟写答复3件, but 经领导审批后答复12件
APPROVED_BY: Final = re.compile(
    "(?!.*(?:均|都(?!市)|全部|一律|统一)).*(?:报请?|[提呈]请|呈报?|经|代)"
    "(?P<body>[^,。;:、0-9]{0,10}?(?:政府(?:办公室|办)?|党委|上级(?:主管)?(?:机关|部门|单位)?|[省市州县区]局))"
    "(?:审[定批核查议]|同意|批准|研究|授权|拟[写定]?|起草)[^,。;:、0-9]{0,6}?(?:答复|回复|办[结毕])"
)
"""What a count of answers says when it is of those that a body above had a say in which is named."""

# 与县自然资源局联合答复，公开2件
ANSWERED_TOGETHER: Final = re.compile(
    "(?:与|和|会?同)(?!各|相关|有关|承办|业务|责任|[我本])[^,。;:0-9]{1,20}?(?:局|委|厅|部门|单位|机关|政府|镇|乡|街道)"
    "(?:联合|共同|会商|协商)[^,。;:、0-9]{0,6}?(?:答复|回复|办[理结毕]|处理)的?(?:申请)?中?[,:]?$"
)
"""What stands before counts of answers when it says that they were given together with a body that is named."""

# 受理以县教育局为被申请人的行政复议2件, but 以我局为被告的行政诉讼2件
ANSWERED_FOR_BY: Final = re.compile(
    ".*以(?![我本])(?P<body>[^,。;:、0-9及和与]{1,20}(?:局|委员?会?|厅|镇|乡|办事处))为(?:被申请人|被告)"
)
"""What a count of cases says when it is of those against a body that is named."""
AGAINST_GOVERNMENT: Final = re.compile("以[^,。;:、0-9及和与]{1,16}政府为(?:被申请人|被告)")
"""What a count of cases says when it is of those against a government."""

# 抽查行政许可126件, but 抽查中作出行政处罚6件
DECISIONS_WORKED_ON: Final = re.compile(
    ".*(?:抽[查取检]|评查|督查|监督(?!管理|局|所|检查)|法制审核|(?<!要求|规定|按时|按期|及时)(?:上报|报送)|听证|曝光|修复|网办|即时|即办|承诺(?!制?办[理结]))"
    "(?:(?!作出|实施|下达|采取)[^,。;0-9]){0,12}?行政(?:许可|处罚|强制)"
    # 网上办理行政许可800件, but 线上线下办理… and 网上、窗口办理…
    "|.*(?<![、和及与])(?:网上(?!网下)|在线|线上(?!线下)|(?<!线上)线下|不见面|掌上)"
    "(?:(?!作出|实施|下达|采取|公[开示布])(?:[^,。;:、和或及与等0-9]|[、和及](?=[办审]))){0,12}?行政(?:许可|处罚|强制)"
    # 法院裁定准予强制执行行政处罚2件
    "|.*(?:强制|准予|裁定|申请[^,。;、0-9]{0,8})执行的?行政处罚"
    # 对1家企业实施行政处罚1件
    "|.*对[0-9]+[家名个位][^,。;0-9]{0,16}行政(?:许可|处罚|强制)"
)
"""What a count of decisions says when it is of those that something else was done with, or of those on a few."""

# 配合县执法部门查处违法案件12件，作出行政处罚3件
HELPED: Final = re.compile("(?:配合|协助)[^,。;0-9]{1,12}(?:部门|局|队|机关|委)[^,。;0-9]{0,6}(?:查处|执法|办案|检查)")
"""What stands before decisions that are those of another body."""

# 开展专项整治，作出行政处罚36件, but 开展专项整治，全年作出行政处罚36件
IN_A_CAMPAIGN: Final = re.compile(
    "(?:(?:专项|集中|联合|百日)(?:执法|整治|治理|检查|清理)?(?:行动|整治|治理|检查|执法)|[^,。;、0-9]{2}(?:整治|治理)(?:行动|工作)?中"
    "|(?:开展|组织)[^,。;、0-9]{2,16}(?:[整防]治|治理|(?<!专项)行动)|大检查"
    # 受理投诉举报66件，查实16件，行政处罚16件
    "|(?:投诉|举报|线索)[^,。;0-9]{0,6}[0-9]{1,6}[件条起宗][^。;]{0,12}?(?:查[实处]|核[实查](?!率)|立案))"
    "(?![^,。;]{0,8}(?:方案|计划|通知|》))"
    # 开展专项整治，作出行政许可36件、行政处罚12件, since a campaign has no licences
    "(?:(?!行政许可(?:决定)?(?:[0-9]+[件宗起项])?[、,和]|(?:合计|累计|全年|今年|本年|[0-9]{4}年(?:12月31日,)?|(?<!公)共)[^,。;0-9]{0,10}(?:行政|处罚))[^。;])*$"
)
"""What stands before decisions that are those of a campaign, or that complaints led to."""

OTHER_MATTERS: Final = (
    "(?:认定|许可|处罚|征收|征地|拆迁|补偿|确权|强制|赔偿|治安|交通|规划|裁决|执法|决策|审批|工伤|劳动|社保"
    "|(?:不动产|房[屋产]|土地|企业|公司|工商|注册|设立|婚姻)登记)"
)
"""What cases can be about beside disclosure."""

# 工伤认定行政复议6件 · 征地类行政复议36件 · 行政处罚复议2件, but 政府信息公开类行政复议8件
CASES_OF_A_KIND: Final = re.compile(
    f"(?!.*(?:信息|公开)).*(?:(?<![各两多几])(?:类|领域|方面)|{OTHER_MATTERS})(?:案件|纠纷|争议)?的?(?:行政)?(?:复议|诉讼)"
)
"""What a count of cases says when it is of those of another kind than disclosure."""

# 判决行政诉讼3件 · 化解因政府信息公开引发的行政复议1件, but 因不服判决提起行政诉讼3件
CASES_ENDED: Final = re.compile(
    # 均已结案的行政复议4件
    "(?!.*(?:[均皆]|都(?!市)|全部)).*(?:结案|判决|裁[定决]|化解|调解|和解|撤诉|撤回|终结|驳回|胜诉|二审|再审)"
    "(?:了|的|我[局县市区]|各类|涉及?|有关|关于|因|政府|信息|公开|类|引[发起])*"
)
"""What stands before cases when they are those that have come to some end, or went on."""

_ANSWERS: Final = "(?:不予公开|部分公开|无法提供|不予处理)"
# 因不予公开引发行政复议2件 · 征地拆迁引发政府信息公开行政复议4件 · 同一申请人提起行政复议4件
CASES_OF_A_CAUSE: Final = re.compile(
    f".*(?:(?:{OTHER_MATTERS}|{_ANSWERS})(?:(?!公开)[^,。;、0-9]){{0,6}}引[发起]|不服{_ANSWERS}的?(?:决定|答复|告知)?"
    # 行政处罚决定被申请复议3件
    "|行政(?:许可|处罚|强制)(?:案件?|决定|类|行为)*被"
    "|同一(?:申请)?人(?:因[^,。;、0-9]{1,12})?(?:提[起出]|申请)?)"
    "(?:了|的|涉及?|有关|关于|因|政府|信息|公开|类|提[起出]|申请|引[发起])*"
)
"""What stands before cases when they are those of one cause, or of one applicant."""

# 上诉2件，二审维持2件 · 自行纠正3件
RESULTS_LATER: Final = re.compile(
    ".*(?:二审|再审|终审|自行|自我|主动)[^,。;、0-9]{0,6}(?:结果|其他|维持|纠|被?撤|败诉)"
)
"""What a count of results of cases says when it is of those that came of an appeal, or without a decision."""

_DOCUMENTS: Final = "(?:规章|(?:行政)?规范性文件)"
# 发布省政府规章2件, but 政府规章2件, as a form can be quoted
MADE_BY_GOVERNMENT: Final = re.compile(
    f"(?:[省市州盟县旗区](?:人民)?政府|国家|国务院|中央|上级(?:部门|机关)?|各(?:级|有关|相关|职能)*(?:部门|乡镇|镇街|街道))(?:及其?办公[厅室])?(?:制[定发]|印发|出台|发布)?的?{_DOCUMENTS}(?!库|管理|备案|清理|审查)[^,。;、0-9]{{0,10}}"
    "(?:[0-9]{1,6}[件部份个])?$"
    # 起草规范性文件3件，由县政府印发2件
    "|[经由][^,。;、0-9]{1,8}政府(?:办公[厅室])?(?:制[定发]|印发|出台|发布)了?[0-9]{1,6}[件部份个]$"
)
"""What the words of a count of documents say when it is of those of a government."""

_OF_ANY_YEAR: Final = "(?:(?!清理|全年|今年|本年|当年|年内|[0-9]{4}年)[^。;])*"
# 政策文件库收录规范性文件86件，其中废止20件, but 专栏公开规范性文件8件，废止2件
DOCUMENTS_KEPT: Final = re.compile(
    f"(?:收录|入库|标注[^,。;0-9]{{0,8}}(?:效力|有效性|状态)"
    f"|(?:栏目|专栏|(?:文件|规章|数据)库|(?<!全年)累计(?![制出印废]|发文)){_OF_ANY_YEAR}(?:其中|含|包括)){_OF_ANY_YEAR}$"
)
"""What stands before documents repealed when they are those of many years, which are kept where others are."""

# 新出台涉企规范性文件2件 · 我局起草、县政府印发规范性文件1件 · 发布国家、省、市规范性文件36件
DOCUMENTS_OF_A_KIND: Final = re.compile(
    ".*(?:(?:涉[企农民及]|(?:起草|代拟|草拟)[、,]|转发)[^,。;《》0-9]{0,12}"
    # 上级制定的规范性文件12件
    "|(?:国家|中央|上级)(?:部门|机关|单位)?(?:制[发定]|印发|出台)的(?:行政)?"
    # 按照上级要求制发规范性文件3件
    "|(?:国家|中央|上级)(?:(?!规定|要求|部署|制[发定]|印发|出台)[^,。;《》0-9]){0,12}"
    # 以县政府名义制发规范性文件2件, where others are made in the names of departments
    "|以[省市州盟县旗区](?:人民)?政府名义[^,。;《》0-9]{0,12})规范性文件"
)
"""What a count of documents says when it is of those of one kind, or of what others issued."""

# 全年作出公安行政处罚960件, but 全县行政处罚960件 · 各类行政处罚960件
SECTOR: Final = re.compile(
    "(?:.*[,、;:0-9()])?(?P<which>[^,。;:、0-9()]*(?:[^各两多几一二三四五六七八九十]类|公安|治安|交[通警]|消防|环保|生态环境|水利|取水|林业"
    "|林木采伐|教育|卫生|医疗|食品|药品|市场监管|市场监督管理|税务|烟草|城管|城市管理|安全生产|应急管理|文化|旅游"
    "|自然资源|规划|建设工程|农业|农机|渔业|气象|民政|人社|劳动|(?:设立|注册|企业)登记))的?"
)
"""What stands before decisions, with the words right before them that say of what kind or sector they are."""

OF_MANY_SECTORS: Final = re.compile("(?:政府|[镇乡]|街道(?:办事处)?)$")
"""The names of bodies whose decisions are of many sectors."""
