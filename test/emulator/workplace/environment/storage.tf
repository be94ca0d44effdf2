locals {
  buckets = toset(["default", "logs", "sales"])
}

resource "aws_s3_bucket" "all" {
  for_each      = local.buckets
  bucket        = "${var.prefix}-${each.key}-${local.account}"
  force_destroy = true
  tags          = { note = local.text }
}

resource "aws_s3_bucket_versioning" "all" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.all[each.key].id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "all" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.all[each.key].id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = each.key == "logs" ? "AES256" : "aws:kms"
      kms_master_key_id = each.key == "logs" ? null : aws_kms_key.data.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "all" {
  for_each                = local.buckets
  bucket                  = aws_s3_bucket.all[each.key].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "all" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.all[each.key].id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_policy" "all" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.all[each.key].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "ForceTls"
        Effect    = "Deny"
        Principal = { AWS = "*" }
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.all[each.key].arn, "${aws_s3_bucket.all[each.key].arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "Logs"
        Effect    = "Allow"
        Principal = { Service = ["logging.s3.amazonaws.com", "cloudtrail.amazonaws.com"] }
        Action    = ["s3:PutObject", "s3:GetBucketAcl"]
        Resource  = [aws_s3_bucket.all[each.key].arn, "${aws_s3_bucket.all[each.key].arn}/*"]
        Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
      },
      {
        Sid       = "AccessPoints"
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = var.changed ? ["s3:GetObject"] : ["s3:GetObject", "s3:ListBucket"]
        Resource  = [aws_s3_bucket.all[each.key].arn, "${aws_s3_bucket.all[each.key].arn}/*"]
        Condition = { StringEquals = { "s3:DataAccessPointAccount" = local.account } }
      },
    ]
  })
}

resource "aws_s3_bucket_logging" "all" {
  for_each      = setsubtract(local.buckets, ["logs"])
  bucket        = aws_s3_bucket.all[each.key].id
  target_bucket = aws_s3_bucket_policy.all["logs"].bucket
  target_prefix = "${local.text}/${each.key}/"
}

resource "aws_s3_bucket_cors_configuration" "default" {
  bucket = aws_s3_bucket.all["default"].id
  cors_rule {
    allowed_headers = ["*"]
    allowed_methods = ["GET", "PUT"]
    allowed_origins = ["https://${local.text}.example.com"]
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "all" {
  for_each = local.buckets
  bucket   = aws_s3_bucket_versioning.all[each.key].bucket
  rule {
    id     = "old-versions"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration {
      noncurrent_days = local.days
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_object" "script" {
  bucket  = aws_s3_bucket_policy.all["default"].bucket
  key     = "deployment/job.py"
  content = "print('${local.text}')\n"
}

resource "aws_s3_access_point" "share" {
  name   = "${var.prefix}-sales-reporting"
  bucket = aws_s3_bucket_policy.all["sales"].bucket

  public_access_block_configuration {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }

  lifecycle {
    ignore_changes = [policy]
  }
}

resource "aws_s3control_access_point_policy" "share" {
  access_point_arn = aws_s3_access_point.share.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "reporting"
      Effect    = "Allow"
      Principal = { AWS = data.aws_iam_role.existing.arn }
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_access_point.share.arn}/object/${local.text}/*"
    }]
  })
}
