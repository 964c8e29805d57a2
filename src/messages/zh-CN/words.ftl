### 各处句子里用到的词：记录的类型、值的样子、严重程度。

## 记录的类型

type-site = 站点设置
type-calendar = 工作日历
type-campaign = 活动
type-area = 方面
type-unit = 单位
type-person = 人员
type-indicator = 指标
type-problem = 问题
type-task = 任务
type-meeting = 会议
type-instruction = 批示
type-inspection = 督查
type-assessment = 考核
type-bulletin = 通报
type-document = 文件

## 记录里面的部分

type-agenda = 议题
type-amendment = 修改记录
type-attachment = 附件
type-attendance = 参会名单
type-attendee = 参会人员
type-audience = 读者范围
type-band = 等次
type-basis = 依据
type-bonus = 加分
type-budget = 资金
type-cancellation = 取消
type-classification = 分类
type-closure = 销号
type-command = 指挥部成员
type-confirmation = 确认记录
type-criterion = 考核项目
type-decision = 议定事项
type-deduction = 扣分
type-erratum = 更正
type-extension = 延期
type-feedback = 反馈
type-figure = 数字
type-directive = 指令
type-finding = 督查发现的问题
type-former-name = 曾用名
type-key-period = 重要时段
type-light-override = 亮灯调整
type-limits = 上限
type-link = 链接
type-mention = 点名
type-menu = 菜单
type-milestone = 节点
type-minutes = 纪要
type-notice = 督办单
type-observation = 监测值
type-origin = 来源
type-part = 组成
type-period = 起止时间
type-photo = 照片
type-plan-point = 计划进度
type-pledge = 表态
type-post = 职务
type-privacy = 隐私设置
type-progress = 进展
type-rating = 评价
type-readout = 宣读文件
type-rectification = 整改情况
type-reopening = 反弹记录
type-reporting = 报送要求
type-response = 回复
type-review = 审签
type-rule = 规则
type-scope = 范围
type-score = 得分
type-series = 系列
type-sponsorship = 包保安排
type-speech = 讲话
type-suspension = 暂停
type-target = 目标
type-time = 时间
type-value = 指标值
type-veto = 一票否决
type-votes = 表决
type-where = 筛选条件
type-withdrawal = 撤回

## 值的样子

expected-attendee = 参会的人员或单位
expected-bounds = 数的范围，例如 { "{" }min: 10, max: 30{ "}" }
expected-date = 日期（如 2026-03-11）
expected-id = 编号（只用文字、数字和 - _ .）
expected-list = 列表
expected-mapping = “字段: 值”
    .hint = 把字段缩进两格写在下一行，或者写进花括号，例如 target: { "{" }quantity: 32, unit: 座{ "}" }
expected-month = 月份（如 2026-03）
expected-number = 数字
expected-paper = 文件的编号，或者 { "{" }title: 名称, file: 路径{ "}" }
expected-path = 文件路径（如 plan/map.pdf）
expected-percent = 百分数（不带 % 号，如 62.5）
expected-positive-number = 大于 0 的数字
expected-record = 一条记录
expected-text = 文字
expected-time = 时刻（如 "09:30"）
expected-url = 网址
expected-whole-number = 整数
expected-whole-number-from-one = 从 1 起的整数
expected-word = 一个词
expected-year = 年份（如 2026）
expected-yes-or-no = true（是）或 false（否）
expected-yes-or-text = true（是）、false（否）或者文字

## 写成了的样子

list = 列表
mapping = “字段: 值”
nothing = 空白
number = 数字
text = 文字
yes-or-no = true 或 false

## 严重程度

severity-error = 错误
severity-warning = 提醒
severity-note = 说明

## 发现问题时的套话

did-you-mean = 你是不是要写{ $names }？
hint-line = 提示：{ $text }
first-here = 先在这里写过
also-here = 这里也有
other-body = 另一份正文在这里
earlier-value = 前一个数在这里
defined-here = 在这里定义
referred-here = 在这里引用
due-here = 时限在这里
start-here = 开始日期在这里
compared-here = 和这个日期比
lead-here = 牵头单位在这里
next-in-cycle = 接着转到这里
