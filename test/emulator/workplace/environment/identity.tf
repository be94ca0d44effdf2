data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["arn:${data.aws_partition.here.partition}:iam::${local.account}:root"]
    }
    principals {
      type        = "Service"
      identifiers = ["glue.amazonaws.com", "sagemaker.amazonaws.com", "lakeformation.amazonaws.com"]
    }
  }
}

resource "aws_iam_policy" "boundary" {
  name = "${var.prefix}-boundary"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

resource "aws_iam_role" "team" {
  name                 = "${var.prefix}-team"
  path                 = "/teams/"
  description          = local.text
  max_session_duration = var.changed ? 7200 : 3600
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = aws_iam_policy.boundary.arn
  tags                 = { group = local.text }
}

resource "aws_iam_role" "reader" {
  name                 = "${var.prefix}-reader"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = aws_iam_policy.boundary.arn
}

resource "aws_iam_policy" "base" {
  name = "${var.prefix}-base"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["ssm:PutParameter", "ssm:AddTagsToResource"]
      Resource  = "arn:${data.aws_partition.here.partition}:ssm:${local.region}:${local.account}:parameter/${var.prefix}*"
      Condition = { StringEquals = { "aws:RequestTag/Team" = local.text } }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "base" {
  role       = aws_iam_role.team.name
  policy_arn = aws_iam_policy.base.arn
}

data "aws_iam_role" "existing" {
  name = var.existing
}

data "aws_iam_roles" "existing" {
  name_regex  = "^${var.existing}$"
  path_prefix = "/people/"
}

resource "aws_iam_role_policy_attachment" "existing" {
  role       = data.aws_iam_role.existing.name
  policy_arn = aws_iam_policy.base.arn
}

resource "aws_iam_role_policy" "inline" {
  name = "inline"
  role = aws_iam_role.team.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Resource = one(data.aws_iam_roles.existing.arns) }]
  })
}

resource "aws_kms_key" "data" {
  description             = local.text
  enable_key_rotation     = true
  deletion_window_in_days = 7
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = local.text
      Effect    = "Allow"
      Principal = { AWS = "arn:${data.aws_partition.here.partition}:iam::${local.account}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_kms_alias" "data" {
  name          = "alias/${var.prefix}-data"
  target_key_id = aws_kms_key.data.key_id
}

resource "aws_ssm_parameter" "external_id" {
  name   = "/${var.prefix}/external-id"
  type   = "SecureString"
  key_id = aws_kms_key.data.arn
  value  = local.text
}
