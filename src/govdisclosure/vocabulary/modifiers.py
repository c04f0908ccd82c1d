"""The words beside a noun that make what is counted some of the things of its kind, and those that do not."""

from __future__ import annotations

import re
from typing import Final

_GIVEN: Final = "提[出交起]|递交|送达|寄来|发来"
_EVERYONE: Final = (
    "公民|法人|其[他它]组织|社会|公众|群众|民众|市民|居民|村民|农民|农户|职工|纳税人|申请人|当事人|个人|各界|人士|主体"
)

# 收到我县居民提出的政府信息公开申请86件 · 收到并依法办结… · 受理直接向区政府提出的… · 收到有关供水价格的…
ALL_REQUESTS: Final = re.compile(
    f"(?:{_EVERYONE}|{_GIVEN}|直接|向[^,。;:]{{1,12}}(?:{_GIVEN})|有关[^,。;:]{{1,20}}|关于|法定|[期时]限|规定|各[类种]|任何|所有|全部"
    "|[我本全][单位省市县区州旗镇乡街道局机关]|辖区内?|本年度?|今年|全年|年度?|[0-9〇]|形式|方式|途径|渠道|通过|以|经由"
    "|要求|申请|正式|有效|书面|新增?|[一到过悉并且已均的了共总数量为是有来自其多件份例起宗内中]"
    "|当年|所|相关|各[级方]|部门|按?程序|按?规定|规范|完[毕成]|毕|认真|积极|主动|登记|受理|收到|办理|办结|答复|回复|处理|及时|妥善|依法|依规|按时|按期)*"
)
"""What stands between a verb and requests, and says nothing of which requests they are."""

REQUESTS: Final = re.compile(
    "(?:收到|接到|接收|收悉|受理|办理|处理|答复|办结|办毕|回复|收)(?P<which>[^,。;:0-9()]*?)"
    "(?:的?(?:政府|政务)?信息|依申请|公开|申请)"
)
"""Requests behind the verb that they are the object of, and the words between them."""

LISTED: Final = re.compile("[、和或及与等]")

# 经补正后予以公开3件, but 经审查后予以公开42件
ANSWERS_LATER: Final = re.compile(
    "(?!.*(?:审[查核慎阅]|研究|受理|办理|核[实查对]|调查|检索|查[询找阅]|梳理|登记|收到|甄别|研判|处理)[^,。;]{0,6}后)"
    ".*[^,。;0-9以之最前事今]后(?:依法|已|才|再|均|共)?(?:予以?|给予|同意|部分|不予|无法|其他)"
)
"""What a count of answers of one outcome says when it is of those that came after something else."""

# 抽查行政许可126件, but 抽查中作出行政处罚6件
DECISIONS_WORKED_ON: Final = re.compile(
    ".*(?:抽[查取检]|评查|督查|监督(?!管理|局|所|检查)|法制审核|上报|报送|网办|即时|即办|承诺制?)"
    "(?:(?!作出|实施|下达|采取)[^,。;0-9]){0,12}?行政(?:许可|处罚|强制)"
    # 对1家企业实施行政处罚1件
    "|.*对[0-9]+[家名个位][^,。;0-9]{0,16}行政(?:许可|处罚|强制)"
)
"""What a count of decisions says when it is of those that something else was done with, or of those on a few."""

# 配合县执法部门查处违法案件12件，作出行政处罚3件
HELPED: Final = re.compile("(?:配合|协助)[^,。;0-9]{1,12}(?:部门|局|队|机关|委)[^,。;0-9]{0,6}(?:查处|执法|办案|检查)")
"""What stands before decisions that are those of another body."""

# 工伤认定行政复议6件 · 征地类行政复议36件, but 政府信息公开类行政复议8件
CASES_OF_A_KIND: Final = re.compile(
    "(?!.*(?:信息|公开)).*(?:[类域面]|认定|登记|许可|处罚|征收|征地|拆迁|补偿|确权|强制|赔偿|治安|交通|规划|裁决|工伤|劳动|社保)"
    "(?:案件|纠纷|争议)?的?行政(?:复议|诉讼)"
)
"""What a count of cases says when it is of those of another kind than disclosure."""

# 上诉2件，二审维持2件 · 自行纠正3件
RESULTS_LATER: Final = re.compile(
    ".*(?:二审|再审|终审|自行|自我|主动)[^,。;、0-9]{0,6}(?:结果|其他|维持|纠|被?撤|败诉)"
)
"""What a count of results of cases says when it is of those that came of an appeal, or without a decision."""

# 新出台涉企规范性文件2件 · 我局起草、县政府印发规范性文件1件 · 发布国家、省、市规范性文件36件
DOCUMENTS_OF_A_KIND: Final = re.compile(
    ".*(?:涉[企农民及]|(?:起草|代拟|草拟)[、,]|国家|中央|上级|转发)[^,。;《》0-9]{0,12}规范性文件"
)
"""What a count of documents says when it is of those of one kind, or of what others issued."""

# 全年作出公安行政处罚960件, but 全县行政处罚960件
SECTOR: Final = re.compile(
    "(?>(?:.*(?:[作做]出|实施|办[理结]|采取|准予|发放|核发|下达|审批|给予|受理|公[开示]|开展|执行|[共计数量为有是均已][计为]?|[年度底日末]|累计|[,、;:)0-9]))?)"
    "(?>(?:其中|包括|含|目前|依法|依规|对外|相应)*)(?![全本我各所相原有])(?P<which>[^,。;:、0-9()]{2,12}?)(?<!队)的?"
)
"""What stands before decisions, with the word right before them that says of what kind or sector they are."""

OF_MANY_SECTORS: Final = re.compile("(?:政府|[镇乡]|街道(?:办事处)?)$")
"""The names of bodies whose decisions are of many sectors."""
