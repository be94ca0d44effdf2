resource "aws_athena_workgroup" "team" {
  name          = "acme-team"
  force_destroy = true
  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = 10000000000
    engine_version {
      selected_engine_version = "Athena engine version 3"
    }
    result_configuration {
      output_location = "s3://${aws_s3_bucket.lake.id}/athena-results/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.lake.arn
      }
    }
  }
}

resource "aws_athena_data_catalog" "other" {
  name        = "acme-other"
  description = "another account"
  type        = "GLUE"
  parameters  = { "catalog-id" = "210987654321" }
}

resource "aws_cloudtrail" "audit" {
  name                          = "acme-audit"
  s3_bucket_name                = aws_s3_bucket.logs.id
  s3_key_prefix                 = "trail"
  kms_key_id                    = aws_kms_key.lake.arn
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true

  event_selector {
    read_write_type           = "All"
    include_management_events = true
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

resource "aws_sns_topic" "failures" {
  name              = "acme-failures"
  kms_master_key_id = aws_kms_key.lake.arn
}

resource "aws_sns_topic_policy" "failures" {
  arn = aws_sns_topic.failures.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Events"
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.failures.arn
    }]
  })
}

resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.failures.arn
  protocol  = "email"
  endpoint  = "data@example.com"
}

resource "aws_sqs_queue" "dead" {
  name                      = "acme-dead-letters"
  kms_master_key_id         = aws_kms_key.lake.arn
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue_policy" "dead" {
  queue_url = aws_sqs_queue.dead.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.dead.arn
    }]
  })
}

resource "aws_cloudwatch_event_rule" "failed" {
  name = "acme-failed"
  event_pattern = jsonencode({
    source      = ["aws.glue"]
    detail-type = ["Glue Crawler State Change"]
    detail      = { state = ["Failed"], crawlerName = [aws_glue_crawler.everything.name] }
  })
}

resource "aws_cloudwatch_event_target" "failed" {
  rule = aws_cloudwatch_event_rule.failed.name
  arn  = aws_sns_topic.failures.arn
  input_transformer {
    input_paths    = { crawler = "$.detail.crawlerName" }
    input_template = "\"<crawler> failed\""
  }
  dead_letter_config {
    arn = aws_sqs_queue.dead.arn
  }
  retry_policy {
    maximum_event_age_in_seconds = 3600
    maximum_retry_attempts       = 3
  }
}

resource "aws_cloudwatch_log_group" "studio" {
  name              = "/acme/studio"
  retention_in_days = 731
  kms_key_id        = aws_kms_key.lake.arn
}

resource "aws_ram_resource_share" "catalog" {
  name                      = "acme-catalog"
  allow_external_principals = true
}

resource "aws_ram_principal_association" "other" {
  principal          = "210987654321"
  resource_share_arn = aws_ram_resource_share.catalog.arn
}

resource "aws_ram_resource_association" "catalog" {
  resource_arn       = "arn:aws:glue:${local.region}:${local.account}:catalog"
  resource_share_arn = aws_ram_resource_share.catalog.arn
}
