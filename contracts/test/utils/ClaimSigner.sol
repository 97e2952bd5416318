// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "forge-std/Vm.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";

/// @notice Signs a claim to another address as a wallet would.
library ClaimSigner {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    bytes32 private constant CLAIM_TO_TYPEHASH =
        keccak256("ClaimTo(address account,address to,uint256 nonce,uint256 deadline)");

    /// @dev With the account's next nonce; the key need not be the account's.
    function sign(IEquityToken token, uint256 key, address account, address to, uint256 deadline)
        internal
        view
        returns (bytes memory signature)
    {
        bytes32 message = keccak256(abi.encode(CLAIM_TO_TYPEHASH, account, to, token.nonces(account), deadline));
        (uint8 v, bytes32 r, bytes32 s) =
            VM.sign(key, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), message)));
        return abi.encodePacked(r, s, v);
    }
}
