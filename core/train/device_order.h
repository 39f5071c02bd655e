// The rows of a training, batch by batch, on its device.
#pragma once

#include <cstdint>
#include <utility>

#include <ATen/core/Tensor.h>
#include <ATen/ops/from_blob.h>

#include "core/train/batch_order.h"

namespace w2s::train {

class DeviceOrder {
 public:
  DeviceOrder(BatchOrder order, at::Device device) : order_(std::move(order)), device_(device) {
    upload();
  }
  DeviceOrder(const DeviceOrder&) = delete;
  DeviceOrder& operator=(const DeviceOrder&) = delete;

  // Row indices of the next batch, int64 [B]; valid until the epoch after it.
  [[nodiscard]] at::Tensor next() {
    const auto batch = order_.next();
    if (order_.position().epoch != uploaded_epoch_) {
      upload();
    }
    const auto count = static_cast<std::int64_t>(batch.size());
    return rows_.narrow(0, order_.position().cursor - count, count);
  }
  [[nodiscard]] bool epochEnded() const {
    return order_.epochEnded();
  }
  [[nodiscard]] BatchOrder::Position position() const {
    return order_.position();
  }
  void moveTo(BatchOrder::Position position) {
    order_.moveTo(position);
    upload();
  }

 private:
  void upload() {
    const auto order = order_.epochOrder();
    uploaded_epoch_ = order_.position().epoch;
    // from_blob only looks: a GPU gets a copy, a CPU batch is a view of the order itself.
    rows_ = at::from_blob(const_cast<std::int64_t*>(order.data()),
                          {static_cast<std::int64_t>(order.size())}, at::kLong)
                .to(device_);
  }

  BatchOrder order_;
  at::Device device_;
  at::Tensor rows_;  // of the whole epoch
  std::int64_t uploaded_epoch_ = 0;
};

}  // namespace w2s::train
